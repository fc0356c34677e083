package dev.alidade.write;

import dev.alidade.operation.Description;

/** Names an approval. */
public record ApprovalInput(@Description("Its id, as list_approvals gives it") String approval) {}
