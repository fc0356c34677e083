package dev.alidade.saved;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code list_queries} takes. */
public record ListQueriesInput(
    @Description("Only those of this source") Optional<String> source,
    @Description("Only those that are approved, or those that have something to approve")
        Optional<QueryState> state) {}
