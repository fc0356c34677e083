package dev.alidade.trail;

import dev.alidade.audit.HistoryFilter;
import dev.alidade.audit.HistorySearch;
import dev.alidade.audit.QueryRecord;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Operation;
import java.util.List;
import java.util.Optional;

/** What callers ran themselves. */
public final class HistoryFeature {
  private static final int USUAL_PAGE = 50;
  private static final int LARGEST_PAGE = 200;

  private final HistorySearch search;

  /** Reads a history. */
  public HistoryFeature(HistorySearch search) {
    this.search = search;
  }

  /** What it can do. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.named("list_history", ListHistoryInput.class, ListHistoryOutput.class)
            .title("List your statements")
            .description(
                "The statements that you ran, the latest first, with what came of each; never "
                    + "those of others. What runs now is in it when it has ended.")
            .primary("text")
            .examples("list-history", "list-history customers --source shop --failed true")
            .handledBy(this::list));
  }

  private ListHistoryOutput list(ListHistoryInput input, Invocation invocation) {
    int limit = input.limit().orElse(USUAL_PAGE);
    if (limit < 1 || limit > LARGEST_PAGE) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`limit` must be from 1 to %d".formatted(LARGEST_PAGE));
    }
    int skipped = input.cursor().map(HistoryFeature::place).orElse(0);
    HistoryFilter filter =
        new HistoryFilter(
            input.text(),
            input.source(),
            input.failed(),
            input.from().map(text -> Times.read("from", text)),
            input.until().map(text -> Times.read("until", text)));
    // One more than wanted tells whether there are more.
    List<QueryRecord> found = search.page(invocation.caller().name(), filter, limit + 1, skipped);
    boolean more = found.size() > limit;
    return new ListHistoryOutput(
        found.stream().limit(limit).map(ListHistoryOutput.Item::of).toList(),
        more ? Optional.of(String.valueOf(skipped + limit)) : Optional.empty());
  }

  private static int place(String cursor) {
    if (!cursor.matches("\\d{1,9}")) {
      throw new AlidadeException(
          ErrorCode.CURSOR_INVALID,
          "That cursor is none of `list_history`; begin again without it");
    }
    return Integer.parseInt(cursor);
  }
}
