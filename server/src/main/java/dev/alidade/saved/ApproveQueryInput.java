package dev.alidade.saved;

import dev.alidade.operation.Description;

/** What {@code approve_query} takes. */
public record ApproveQueryInput(
    @Description("Its name, as list_queries gives it") String name,
    @Description("The version that you have read, as show_query gives it") int version) {}
