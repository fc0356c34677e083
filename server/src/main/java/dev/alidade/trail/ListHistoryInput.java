package dev.alidade.trail;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code list_history} takes. */
public record ListHistoryInput(
    @Description("Stands in the statement; any case") Optional<String> text,
    @Description("The source that was asked") Optional<String> source,
    @Description("Only those that failed, or only those that did not") Optional<Boolean> failed,
    @Description("The earliest time, such as 2026-01-31 or 2026-01-31T12:00:00Z")
        Optional<String> from,
    @Description("The time before which it was") Optional<String> until,
    @Description("Statements a page, at most 200; 50 unless given") Optional<Integer> limit,
    @Description("The cursor of the previous page, to go on after it") Optional<String> cursor) {}
