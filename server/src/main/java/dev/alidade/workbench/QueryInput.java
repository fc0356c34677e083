package dev.alidade.workbench;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code query} takes. */
public record QueryInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One statement that reads, in the source's own SQL") String sql,
    @Description(
            "Values to bind: an array for ? or an object for $name; a value of a type that JSON lacks is written {\"type\": \"date\", \"value\": \"2024-01-15\"}, with types text, integer, decimal, float, boolean, date, time, timestamp, timestamptz, binary (base64), uuid, interval")
        Optional<Object> parameters,
    @Description("Rows a page, at most 10000; 1000 unless given") Optional<Integer> limit,
    @Description("The cursor of the previous page, to go on after it") Optional<String> cursor,
    @Description("The transaction to read in, as begin_transaction gave it")
        Optional<String> transaction) {}
