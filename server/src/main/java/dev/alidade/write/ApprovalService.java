package dev.alidade.write;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.RandomId;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.Decision;
import dev.alidade.policy.Right;
import dev.alidade.query.QueryService;
import dev.alidade.query.Written;
import dev.alidade.sql.TableName;
import dev.alidade.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps proposed writes until somebody decides, and runs those that were approved. */
final class ApprovalService {
  private static final Duration OPEN = Duration.ofHours(24);
  private static final int MOST_WAITING = 50;

  private final QueryService queries;
  private final ApprovalStore store;
  private final People people;
  private final Clock clock;

  ApprovalService(QueryService queries, Database database, People people, Clock clock) {
    this.queries = queries;
    this.store = new ApprovalStore(database);
    this.people = people;
    this.clock = clock;
  }

  ApprovalOutput propose(Caller proposer, WriteInput statement, WritePreview preview) {
    Instant now = clock.instant();
    if (store.waiting(proposer.name(), now) >= MOST_WAITING) {
      throw new AlidadeException(
          ErrorCode.TOO_MANY_REQUESTS,
          "%d writes of yours wait for approval already; have some decided first"
              .formatted(MOST_WAITING));
    }
    Approval approval =
        new Approval(
            RandomId.next("apr"),
            proposer,
            statement,
            preview,
            ApprovalState.PENDING,
            now,
            now.plus(OPEN),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    store.add(approval);
    return shown(approval, proposer);
  }

  ListApprovalsOutput list(ListApprovalsInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    Instant now = clock.instant();
    List<ApprovalOutput> approvals =
        store.latest().stream()
            .filter(approval -> maySee(caller, approval))
            .filter(
                approval -> input.state().isEmpty() || input.state().get() == approval.state(now))
            .map(approval -> shown(approval, caller))
            .toList();
    return new ListApprovalsOutput(approvals);
  }

  ApprovalOutput show(ApprovalInput input, Invocation invocation) {
    return shown(find(input.approval(), invocation.caller()), invocation.caller());
  }

  /** What became of a write of the caller's that waited. */
  RunWriteOutput outcome(String approval, Invocation invocation) {
    return RunWriteOutput.of(show(new ApprovalInput(approval), invocation));
  }

  ApprovalOutput refuse(RefuseInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    Approval approval = find(input.approval(), caller);
    checkDecision(approval, caller);
    String reason = input.reason().orElse("");
    take(approval, ApprovalState.REFUSED, caller, reason);
    return shown(find(approval.id(), caller), caller);
  }

  ApproveOutput approve(ApprovalInput input, Invocation invocation) {
    Caller approver = invocation.caller();
    Approval approval = find(input.approval(), approver);
    checkApproval(approval, approver);
    take(approval, ApprovalState.RUNNING, approver, "");
    Approval running = find(approval.id(), approver);
    try {
      return run(running, approver, invocation.cancellation());
    } catch (AlidadeException failure) {
      decide(running, ApprovalState.FAILED, failure.code().name() + ": " + failure.getMessage());
      throw failure;
    } catch (RuntimeException | Error failure) {
      decide(running, ApprovalState.FAILED, ErrorCode.INTERNAL.name());
      throw failure;
    }
  }

  private ApproveOutput run(Approval approval, Caller approver, Cancellation cancellation) {
    Caller proposer = now(approval.proposer());
    long expected = approval.preview().rowsTouched();
    String sql = approval.preview().sql();
    checkSame(proposer, approval, sql);
    Written written =
        WriteService.write(
            queries, proposer, approval.statement(), cancellation, rows -> rows == expected);
    if (written.kept()) {
      decide(approval, ApprovalState.DONE, "");
      return output(
          true,
          "%,d rows of `%s` were changed".formatted(expected, written.sql().target()),
          approval,
          approver);
    }
    WritePreview preview =
        WriteService.preview(queries, proposer, approval.statement(), cancellation);
    store.renew(renewed(approval, preview));
    return output(
        false,
        "The data has changed: it touches %,d rows now, not %,d, and nothing was done. Look at it again, and approve it as it is now"
            .formatted(preview.rowsTouched(), expected),
        approval,
        approver);
  }

  private ApproveOutput output(boolean done, String message, Approval approval, Caller approver) {
    return new ApproveOutput(done, message, shown(find(approval.id(), approver), approver));
  }

  /** What was approved is what runs, to the letter. */
  private void checkSame(Caller proposer, Approval approval, String sql) {
    String now =
        queries
            .governWrite(proposer, approval.statement().source(), approval.statement().sql())
            .recorded();
    if (!now.equals(sql)) {
      throw new AlidadeException(
          ErrorCode.SQL_DENIED,
          "The statement would now run otherwise than it was proposed; have it proposed again");
    }
  }

  /** Whoever proposed it, with what they may do now and no more than they could then. */
  private Caller now(Caller proposer) {
    Caller current =
        people
            .find(proposer.name())
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.PERMISSION_DENIED,
                        "`%s`, who proposed this write, is no caller any more"
                            .formatted(proposer.name())));
    Set<String> roles = new HashSet<>(current.roles());
    roles.retainAll(proposer.roles());
    return new Caller(current.name(), roles, current.attributes(), proposer.door());
  }

  private void checkDecision(Approval approval, Caller caller) {
    FourEyes.checkPerson(caller, "a write");
    checkPending(approval);
  }

  private void checkPending(Approval approval) {
    ApprovalState state = approval.state(clock.instant());
    if (state != ApprovalState.PENDING) {
      throw new AlidadeException(
          ErrorCode.APPROVAL_OVER,
          "The approval `%s` is %s and cannot be decided any more; have the write proposed again"
              .formatted(approval.id(), state.name().toLowerCase(java.util.Locale.ROOT)));
    }
  }

  /** Only one of several who decide at once does. */
  private void take(Approval approval, ApprovalState next, Caller by, String note) {
    if (!store.change(approval, next, Optional.of(by.name()), clock.instant(), note)) {
      throw new AlidadeException(
          ErrorCode.APPROVAL_OVER,
          "Somebody else has just decided on `%s`; see show_approval".formatted(approval.id()));
    }
  }

  private void decide(Approval running, ApprovalState next, String note) {
    store.change(running, next, running.decidedBy(), clock.instant(), note);
  }

  private Approval find(String id, Caller caller) {
    return store
        .find(id)
        .filter(approval -> maySee(caller, approval))
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.APPROVAL_NOT_FOUND,
                    "No approval `%s` that you may see; list_approvals names those".formatted(id)));
  }

  /** One's own, and those that one may decide. */
  private boolean maySee(Caller caller, Approval approval) {
    return approval.isOf(caller)
        || (queries.access(caller).operation("approve", Right.DEFINE).allowed()
            && queries.access(caller).source(approval.statement().source()).allowed());
  }

  private ApprovalOutput shown(Approval approval, Caller caller) {
    boolean whole =
        approval.preview().tables().stream()
            .map(ApprovalService::table)
            .allMatch(table -> queries.seesWhole(caller, approval.statement().source(), table));
    return ApprovalOutput.of(approval, whole, obstacle(approval, caller), clock.instant());
  }

  /** Why the caller cannot approve, in the words in which {@code approve} would refuse. */
  private Optional<String> obstacle(Approval approval, Caller caller) {
    try {
      checkApproval(approval, caller);
    } catch (AlidadeException refused) {
      return Optional.of(refused.getMessage());
    }
    Decision access = queries.access(caller).operation("approve", Right.DEFINE);
    return access.allowed()
        ? Optional.empty()
        : Optional.of("You may not call `approve`: " + access.rule());
  }

  private void checkApproval(Approval approval, Caller approver) {
    checkDecision(approval, approver);
    FourEyes.checkOther(approver, approval.proposer().name(), "write");
  }

  private static TableName table(String name) {
    int dot = name.indexOf('.');
    return dot < 0
        ? TableName.of(name)
        : TableName.of(name.substring(0, dot), name.substring(dot + 1));
  }

  private static Approval renewed(Approval approval, WritePreview preview) {
    return new Approval(
        approval.id(),
        approval.proposer(),
        approval.statement(),
        preview,
        ApprovalState.PENDING,
        approval.proposedAt(),
        approval.expiresAt(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
