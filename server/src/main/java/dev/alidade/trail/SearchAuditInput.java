package dev.alidade.trail;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code search_audit} takes. */
public record SearchAuditInput(
    @Description(
            "Stands in the question, the SQL, the operation, the object or the trace; any case")
        Optional<String> text,
    @Description("query, change, rule_change, sign_in, recovered or pruned") Optional<String> kind,
    @Description("Who asked") Optional<String> caller,
    @Description("The source that was asked") Optional<String> source,
    @Description("A table that was read, with or without its schema") Optional<String> table,
    @Description("ok, running, or an error code such as NOT_READ_ONLY") Optional<String> outcome,
    @Description("rest, mcp, cli, web or system") Optional<String> door,
    @Description("The earliest time, such as 2026-01-31 or 2026-01-31T12:00:00Z")
        Optional<String> from,
    @Description("The time before which it was") Optional<String> until,
    @Description("Events a page, at most 1000; 50 unless given") Optional<Integer> limit,
    @Description("The cursor of the previous page, to go on after it") Optional<String> cursor) {}
