package dev.alidade.insight;

import dev.alidade.chart.ChartKind;
import dev.alidade.engine.Column;
import dev.alidade.insight.statistic.Spearman;
import dev.alidade.query.Rows;
import dev.alidade.sql.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Two columns of numbers that go together. */
final class CorrelationKind implements InsightKind {
  private static final int FEWEST = 10;
  private static final double WEAKEST = 0.3;
  private static final long MOST_ROWS = 200_000;

  /**
   * The engine ranks the rows, ties by their mean rank, and correlates the ranks; shown by tenths
   * of the first column, so that the same rows can be drawn.
   */
  private static final String STATEMENT =
      """
      SELECT tenth, n, a_mean AS %5$s, b_mean AS %6$s, SUM(n) OVER () AS all_rows,
        (SUM(n) OVER () * SUM(xy) OVER () - SUM(x) OVER () * SUM(y) OVER ())
        / NULLIF(SQRT((SUM(n) OVER () * SUM(xx) OVER () - SUM(x) OVER () * SUM(x) OVER ())
          * (SUM(n) OVER () * SUM(yy) OVER () - SUM(y) OVER () * SUM(y) OVER ())), 0) AS rank_correlation
      FROM (
        SELECT tenth, %7$s AS n, AVG(a_value) AS a_mean, AVG(b_value) AS b_mean,
          SUM(x) AS x, SUM(y) AS y, SUM(x * x) AS xx, SUM(y * y) AS yy, SUM(x * y) AS xy
        FROM (
          SELECT %1$s AS a_value, %2$s AS b_value,
            NTILE(10) OVER (ORDER BY %3$s) AS tenth,
            %8$s + (%9$s - 1) / 2 AS x,
            %10$s + (%11$s - 1) / 2 AS y
          FROM %4$s
        ) AS ranked
        GROUP BY tenth
      ) AS tenths
      ORDER BY tenth""";

  @Override
  public List<Finding> tests(Evidence evidence) {
    List<Finding> findings = new ArrayList<>();
    List<Column> numbers = evidence.roles().numbers();
    if (evidence.roles().rows() < FEWEST) {
      return findings;
    }
    for (int first = 0; first < numbers.size(); first++) {
      for (int second = first + 1; second < numbers.size(); second++) {
        test(evidence, numbers.get(first), numbers.get(second)).ifPresent(findings::add);
      }
    }
    return findings;
  }

  private static Optional<Finding> test(Evidence evidence, Column first, Column second) {
    String sql = statement(evidence, first, second);
    return evidence.probe().tried(sql).flatMap(rows -> finding(first, second, sql, rows));
  }

  private static String statement(Evidence evidence, Column first, Column second) {
    Dialect dialect = evidence.probe().dialect();
    String one = dialect.quote(first.name());
    String other = dialect.quote(second.name());
    String from =
        "%s WHERE %s IS NOT NULL AND %s IS NOT NULL"
            .formatted(dialect.quote(evidence.subject().use().table()), one, other);
    if (evidence.roles().rows() > MOST_ROWS) {
      from =
          "(SELECT %s, %s FROM %s %s) AS sample"
              .formatted(one, other, from, dialect.limit(MOST_ROWS, 0));
      evidence
          .probe()
          .note(
              "Correlations are over %,d rows, the first that the source gave"
                  .formatted(MOST_ROWS));
    }
    return evidence
        .probe()
        .written(
            STATEMENT.formatted(
                dialect.toDouble(one),
                dialect.toDouble(other),
                one,
                from,
                one,
                other,
                dialect.toDouble("COUNT(*)"),
                dialect.toDouble("RANK() OVER (ORDER BY %s)".formatted(one)),
                dialect.toDouble("COUNT(*) OVER (PARTITION BY %s)".formatted(one)),
                dialect.toDouble("RANK() OVER (ORDER BY %s)".formatted(other)),
                dialect.toDouble("COUNT(*) OVER (PARTITION BY %s)".formatted(other))));
  }

  private static Optional<Finding> finding(Column first, Column second, String sql, Rows rows) {
    if (rows.rows().isEmpty()) {
      return Optional.empty();
    }
    List<Object> row = rows.rows().getFirst();
    long count = (long) Numbers.of(row.get(4)).orElse(0);
    double rho = Numbers.of(row.get(5)).orElse(Double.NaN);
    if (count < FEWEST || Double.isNaN(rho)) {
      return Optional.empty();
    }
    String one = first.name().replace('_', ' ');
    String other = second.name().replace('_', ' ');
    String sentence =
        "Over %,d rows there is an association of %s with %s: where one is higher, the other tends to be %s (rank correlation %.2f)."
            .formatted(count, one, other, rho > 0 ? "higher" : "lower", rho);
    return Optional.of(
        new Finding(
            InsightType.CORRELATION,
            Spearman.pValue(rho, count),
            Math.abs(rho) >= WEAKEST,
            Math.abs(rho),
            count,
            sentence,
            "Spearman's rank correlation, t test; says nothing of what causes it",
            sql,
            Optional.of(
                Evidence.chart(
                    ChartKind.SCATTER,
                    "Average %s by tenths of %s".formatted(other, one),
                    first.name(),
                    second.name(),
                    "Points show how two columns go together"))));
  }
}
