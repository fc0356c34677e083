package dev.alidade.workbench;

import dev.alidade.operation.Description;

/** What {@code end_transaction} takes. */
public record EndInput(
    @Description("The transaction, as begin_transaction gave it") String transaction) {}
