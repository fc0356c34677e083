package dev.alidade.source;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code change_source} takes. */
public record ChangeSourceInput(
    @Description("A source that was added, as list_sources gives it") String name,
    @Description("Settings that get another value; the others stay")
        Optional<Map<String, Object>> settings,
    @Description("Settings that are taken away") Optional<List<String>> without,
    @Description("More files that were sent to /api/v1/uploads") Optional<List<String>> uploads) {}
