package dev.alidade.evaluate;

import dev.alidade.ask.Reading;
import dev.alidade.evaluate.cause.Cause;
import dev.alidade.evaluate.cause.Causes;
import dev.alidade.evaluate.cause.Schema;
import dev.alidade.query.Rows;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Compares the rows of readings with the right ones, and finds out why they differ. */
final class Judge {
  private final SuiteDatabase database;
  private final Schema schema;

  Judge(SuiteDatabase database) {
    this.database = database;
    this.schema = Schema.of(database.knowledge());
  }

  /**
   * How the first of these readings does.
   *
   * @param sql the right SQL
   */
  Verdict judge(List<Reading> readings, String sql) {
    Optional<Rows> right = database.rows(sql);
    if (readings.isEmpty()) {
      return wrong(Set.of(Cause.NO_READING), 0);
    }
    if (right.isEmpty()) {
      return wrong(Set.of(Cause.RIGHT_SQL_FAILS), 0);
    }
    String best = readings.getFirst().sql();
    Optional<Rows> rows = database.rows(best);
    if (rows.isPresent() && Evaluator.isRight(database, best, sql)) {
      return Verdict.CORRECT;
    }
    int place = rightPlace(readings, sql);
    Set<Cause> shape = Causes.between(sql, best, database.lexicalRules(), schema);
    if (rows.isEmpty()) {
      return wrong(with(Cause.READING_FAILS, shape), place);
    }
    Optional<Cause> seen = seen(rows.get(), right.get(), sql);
    boolean columns = seen.equals(Optional.of(Cause.COLUMN_ORDER));
    boolean ties = seen.equals(Optional.of(Cause.TIED_ROWS));
    // What rows show is the whole story: they need nothing but that to be right.
    Set<Cause> causes = seen.map(Set::of).orElse(shape);
    return new Verdict(false, columns, columns || ties, Optional.of(Finding.of(causes, place)));
  }

  private int rightPlace(List<Reading> readings, String sql) {
    for (int place = 2; place <= readings.size(); place++) {
      if (Evaluator.isRight(database, readings.get(place - 1).sql(), sql)) {
        return place;
      }
    }
    return 0;
  }

  /** What the rows tell by themselves. */
  private Optional<Cause> seen(Rows read, Rows wanted, String sql) {
    boolean ordered = RowComparison.isOrdered(sql);
    List<List<Object>> rows = RowComparison.comparable(read.rows());
    List<List<Object>> right = RowComparison.comparable(wanted.rows());
    int width = wanted.columns().size();
    int more = read.columns().size() - width;
    if (rows.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    if (more > 0) {
      return found(ColumnMatch.holds(right, rows, false), Cause.EXTRA_COLUMNS);
    }
    if (more < 0) {
      return found(ColumnMatch.holds(rows, right, false), Cause.FEWER_COLUMNS);
    }
    if (ColumnMatch.holds(right, rows, ordered) && !RowComparison.sameCells(right, rows, ordered)) {
      return Optional.of(Cause.COLUMN_ORDER);
    }
    if (TiedRows.allow(read.rows(), sql, width, database.lexicalRules(), database::rows)) {
      return Optional.of(Cause.TIED_ROWS);
    }
    if (ordered && RowComparison.sameCells(right, rows, false)) {
      return Optional.of(Cause.ROW_ORDER);
    }
    return found(new HashSet<>(right).equals(new HashSet<>(rows)), Cause.REPEATED_ROWS);
  }

  private static Optional<Cause> found(boolean holds, Cause cause) {
    return holds ? Optional.of(cause) : Optional.empty();
  }

  private static Set<Cause> with(Cause cause, Set<Cause> others) {
    Set<Cause> all = EnumSet.of(cause);
    all.addAll(others);
    return all;
  }

  private static Verdict wrong(Set<Cause> causes, int place) {
    return new Verdict(false, false, false, Optional.of(Finding.of(causes, place)));
  }
}
