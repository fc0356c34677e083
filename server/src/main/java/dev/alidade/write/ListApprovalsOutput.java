package dev.alidade.write;

import java.util.List;

/** What {@code list_approvals} gives: the latest first. */
public record ListApprovalsOutput(List<ApprovalOutput> approvals) {
  public ListApprovalsOutput {
    approvals = List.copyOf(approvals);
  }
}
