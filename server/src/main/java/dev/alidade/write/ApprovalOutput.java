package dev.alidade.write;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.time.Instant;
import java.util.Optional;

/** An approval as a caller sees it. */
public record ApprovalOutput(
    @Headline(1) @Description("Its id, for show_approval, approve and refuse") String approval,
    @Headline(2) ApprovalState state,
    @Headline(3) @Description("Who proposed it") String proposedBy,
    @Headline(4) @Description("Through which door; `mcp` is a model or an agent") String door,
    @Headline(5) String source,
    @Headline(6) WritePreview preview,
    @Description("The values that are bound") Optional<Object> parameters,
    String proposedAt,
    @Description("Until when it may be approved") String expiresAt,
    Optional<String> decidedBy,
    Optional<String> decidedAt,
    @Description("Why it was refused, or how it failed") Optional<String> note,
    @Description("Why you cannot approve it; absent if you can") Optional<String> cannotApprove) {
  /** {@code whole} says whether the caller sees the rows of its tables. */
  static ApprovalOutput of(
      Approval approval, boolean whole, Optional<String> cannotApprove, Instant now) {
    return new ApprovalOutput(
        approval.id(),
        approval.state(now),
        approval.proposer().name(),
        approval.proposer().door(),
        approval.statement().source(),
        whole ? approval.preview() : approval.preview().withoutRows(),
        approval.statement().parameters(),
        approval.proposedAt().toString(),
        approval.expiresAt().toString(),
        approval.decidedBy(),
        approval.decidedAt().map(Instant::toString),
        approval.note(),
        cannotApprove);
  }
}
