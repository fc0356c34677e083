package dev.alidade.source;

import dev.alidade.operation.Description;
import java.util.Map;
import java.util.Optional;

/** What {@code test_source} takes. */
public record TestSourceInput(
    @Description("A source that is there; or else engine and settings of a new one")
        Optional<String> source,
    @Description("What the new source would be called") Optional<String> name,
    @Description("The kind of the new source, as list_engines gives it") Optional<String> engine,
    @Description("Settings of the new source, as list_engines describes them")
        Optional<Map<String, Object>> settings) {}
