package dev.alidade.catalog;

import dev.alidade.operation.Description;

/** What {@code profile_table} takes. */
public record ProfileTableInput(
    String source,
    @Description("A table or view, with its schema where several have the name") String table) {}
