package dev.alidade.workbench;

import dev.alidade.operation.Description;

/** What {@code begin_transaction} gives. */
public record BeginOutput(
    @Description("Pass it to query as transaction, and to end_transaction") String transaction,
    String source,
    @Description("When it ends unless a statement runs before") String expiresAt) {}
