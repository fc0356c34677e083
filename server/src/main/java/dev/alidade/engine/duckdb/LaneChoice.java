package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.duckdb.run.Lane;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Says which statements are small, by the engine's own estimate; asking costs as much as a small
 * statement, so only those that come again are asked about.
 */
final class LaneChoice {
  /** The rows of one row group: fewer are never split among threads. */
  private static final long SMALL = 122_880;

  private static final int MOST = 1_000;

  // What passes rows on as they come, in the order of the table.
  private static final Set<String> STRAIGHT =
      Set.of("SEQ_SCAN", "FILTER", "PROJECTION", "STREAMING_LIMIT", "UNNEST");

  private enum Seen {
    ONCE,
    SMALL,
    LARGE
  }

  private final Map<String, Seen> texts =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > MOST;
        }
      };

  /**
   * Whether the statement is known to be small; {@code explain} is asked when it comes again, or
   * {@code now}.
   */
  boolean isSmall(String text, boolean now, Supplier<PlanNode> explain) {
    if (!Lane.isRepeatable(text)) {
      return false;
    }
    Seen seen;
    synchronized (texts) {
      seen = texts.putIfAbsent(text, Seen.ONCE);
    }
    if (seen == null && !now) {
      return false;
    }
    return switch (seen == null ? Seen.ONCE : seen) {
      case SMALL -> true;
      case LARGE -> false;
      case ONCE -> {
        boolean small = estimate(explain);
        synchronized (texts) {
          texts.put(text, small ? Seen.SMALL : Seen.LARGE);
        }
        yield small;
      }
    };
  }

  /**
   * Whether rows go straight from a table to who reads them: the engine keeps their order by
   * running such a plan on one thread at a time.
   */
  static boolean isStraight(Supplier<PlanNode> explain) {
    try {
      return isStraight(explain.get());
    } catch (AlidadeException unknown) {
      // The statement itself fails in the same way and says why.
      return false;
    }
  }

  private static boolean isStraight(PlanNode node) {
    return STRAIGHT.contains(node.name())
        && node.children().size() <= 1
        && node.children().stream().allMatch(LaneChoice::isStraight);
  }

  private static boolean estimate(Supplier<PlanNode> explain) {
    try {
      return most(explain.get()) <= SMALL;
    } catch (AlidadeException unknown) {
      // The statement itself fails in the same way and says why.
      return false;
    }
  }

  private static long most(PlanNode node) {
    long most = node.estimatedRows().orElse(0L);
    for (PlanNode child : node.children()) {
      most = Math.max(most, most(child));
    }
    return most;
  }
}
