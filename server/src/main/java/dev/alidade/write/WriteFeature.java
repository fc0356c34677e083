package dev.alidade.write;

import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.policy.Right;
import dev.alidade.query.QueryService;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.List;

/** The operations that change rows, and those that let somebody decide on it. */
public final class WriteFeature {
  private final WriteService writes;
  private final ApprovalService approvals;

  /** Writes through {@code queries}; who proposed something is looked up in {@code people}. */
  public WriteFeature(QueryService queries, Database database, People people, Clock clock) {
    approvals = new ApprovalService(queries, database, people, clock);
    writes = new WriteService(queries, approvals);
  }

  /** {@code preview_write}, {@code run_write}, and the operations on approvals. */
  public List<Operation<?, ?>> operations() {
    return List.of(preview(), run(), list(), show(), approve(), refuse());
  }

  private Operation<WriteInput, PreviewWriteOutput> preview() {
    return Operation.named("preview_write", WriteInput.class, PreviewWriteOutput.class)
        .title("Preview a write")
        .description(
            "Says how many rows an INSERT, UPDATE or DELETE would touch and shows a few of them; "
                + "it is tried in a transaction that is rolled back.")
        .right(Right.WRITE)
        .primary("sql")
        .examples(
            "preview-write \"UPDATE orders SET status = 'shipped' WHERE id = 7\" --source shop")
        .handledBy(writes::preview);
  }

  private Operation<RunWriteInput, RunWriteOutput> run() {
    return Operation.named("run_write", RunWriteInput.class, RunWriteOutput.class)
        .title("Run a write")
        .description(
            "Runs one INSERT, UPDATE or DELETE. What a model proposes, and what a role says so of, "
                + "changes nothing yet: it waits for a person's approval, under the id that comes back.")
        .effect(OperationEffect.DESTRUCTIVE)
        .right(Right.WRITE)
        .primary("sql")
        .examples("run-write \"DELETE FROM orders WHERE id = 7\" --source shop --expected-rows 1")
        .outcome(approvals::outcome)
        .handledBy(writes::run);
  }

  private Operation<ListApprovalsInput, ListApprovalsOutput> list() {
    return Operation.named("list_approvals", ListApprovalsInput.class, ListApprovalsOutput.class)
        .title("List approvals")
        .description("The writes that you proposed, and those that you may approve or refuse.")
        .forEverybody()
        .examples("list-approvals --state pending")
        .handledBy(approvals::list);
  }

  private Operation<ApprovalInput, ApprovalOutput> show() {
    return Operation.named("show_approval", ApprovalInput.class, ApprovalOutput.class)
        .title("Show an approval")
        .description("One proposed write: the statement, what it would do, and what became of it.")
        .forEverybody()
        .primary("approval")
        .examples("show-approval apr_6Bq0")
        .handledBy(approvals::show);
  }

  private Operation<ApprovalInput, ApproveOutput> approve() {
    return Operation.named("approve", ApprovalInput.class, ApproveOutput.class)
        .title("Approve a write")
        .description(
            "Runs a write that somebody else proposed, word for word and with their access, if it "
                + "touches as many rows as the preview said; otherwise it shows what has changed.")
        .effect(OperationEffect.DESTRUCTIVE)
        .right(Right.DEFINE)
        .primary("approval")
        .examples("approve apr_6Bq0")
        .handledBy(approvals::approve);
  }

  private Operation<RefuseInput, ApprovalOutput> refuse() {
    return Operation.named("refuse", RefuseInput.class, ApprovalOutput.class)
        .title("Refuse a write")
        .description("Says no to a write that somebody else proposed.")
        .effect(OperationEffect.WRITE)
        .right(Right.DEFINE)
        .primary("approval")
        .examples("refuse apr_6Bq0 --reason \"the quarter is closed\"")
        .handledBy(approvals::refuse);
  }
}
