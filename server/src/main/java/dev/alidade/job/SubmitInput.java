package dev.alidade.job;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code submit_query} takes. */
public record SubmitInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One statement that reads, in the source's own SQL") String sql,
    @Description("Values to bind: an array for ? or an object for $name, as query takes them")
        Optional<Object> parameters,
    @Description("Minutes to keep the result after the end, at most 1440; 60 unless given")
        Optional<Integer> keepMinutes) {}
