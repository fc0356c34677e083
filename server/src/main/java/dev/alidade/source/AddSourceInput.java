package dev.alidade.source;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code add_source} takes. */
public record AddSourceInput(
    @Description("What the source will be called") String name,
    @Description("The kind of database, as list_engines gives it; without it, give `uploads`")
        Optional<String> engine,
    @Description(
            "Its settings, as list_engines describes them; ${ALIDADE_SOURCE_...} stands for a variable of the server's environment")
        Optional<Map<String, Object>> settings,
    @Description("Files that were sent to /api/v1/uploads: tables of one source, or one database")
        Optional<List<String>> uploads) {}
