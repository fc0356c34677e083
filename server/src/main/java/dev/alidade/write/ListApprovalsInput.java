package dev.alidade.write;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code list_approvals} takes. */
public record ListApprovalsInput(
    @Description("Only those that are this far") Optional<ApprovalState> state) {}
