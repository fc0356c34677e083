package dev.alidade.insight;

import dev.alidade.ask.AskService;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.Expression.Aggregate;
import dev.alidade.ask.plan.Expression.ColumnUse;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Words;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.Column;
import dev.alidade.insight.statistic.FalseDiscoveries;
import dev.alidade.operation.Invocation;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.Meanings;
import dev.alidade.sql.TypeKind;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tests a table or a result for what stands out, in its caller's name. */
public final class InsightService {
  /** How many of the insights may be chance, as a share. */
  static final double FALSE_SHARE = 0.05;

  private static final List<InsightKind> KINDS =
      List.of(
          new TrendKind(),
          new OutlierKind(),
          new ChangeKind(),
          new ContributionKind(),
          new CorrelationKind(),
          new ConcentrationKind());
  private static final int USUAL = 5;
  private static final int MOST = 20;
  private static final int MOST_COLUMNS = 40;
  private static final int MOST_SHOWN = 200;

  private final QueryService queries;
  private final Subjects subjects;
  private final Clock clock;

  /** Looks at what {@code catalog}, {@code meanings} and answers of {@code asking} tell of. */
  public InsightService(
      QueryService queries,
      CatalogService catalog,
      Meanings meanings,
      AskService asking,
      Clock clock) {
    this.queries = queries;
    this.subjects = new Subjects(queries, catalog, meanings, asking);
    this.clock = clock;
  }

  /** What stands out, the strongest first. */
  public FindInsightsOutput find(FindInsightsInput input, Invocation invocation) {
    int limit = input.limit().orElse(USUAL);
    if (limit < 1 || limit > MOST) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`limit` must be from 1 to %d".formatted(MOST));
    }
    Evidence evidence = evidence(input, invocation);
    Subject subject = evidence.subject();
    Probe probe = evidence.probe();
    List<Finding> tests = tests(evidence, invocation);
    List<Insight> insights = told(tests, limit, probe);
    return new FindInsightsOutput(
        subject.source(),
        subject.name(),
        explanation(subject, evidence.roles(), tests, insights),
        insights,
        tests.size(),
        probe.statements(),
        probe.notes());
  }

  Evidence evidence(FindInsightsInput input, Invocation invocation) {
    Subject subject = subjects.of(input, invocation);
    Probe probe = new Probe(queries, invocation, subject);
    return new Evidence(subject, roles(subject, probe), probe, LocalDate.now(clock));
  }

  /** Every test that all kinds make. */
  static List<Finding> tests(Evidence evidence, Invocation invocation) {
    List<Finding> tests = new ArrayList<>();
    for (InsightKind kind : KINDS) {
      invocation.cancellation().check();
      tests.addAll(kind.tests(evidence));
    }
    return tests;
  }

  private static List<Insight> told(List<Finding> tests, int limit, Probe probe) {
    double[] adjusted = FalseDiscoveries.adjusted(tests.stream().map(Finding::pValue).toList());
    List<Integer> best = ranked(tests, adjusted);
    List<Insight> insights = new ArrayList<>();
    for (int test : best.subList(0, Math.min(limit, best.size()))) {
      Finding finding = tests.get(test);
      probe
          .tried(finding.sql())
          .ifPresent(rows -> insights.add(insight(finding, adjusted[test], tests.size(), rows)));
    }
    if (best.size() > limit) {
      probe.note("%d more were found; ask with a higher `limit`".formatted(best.size() - limit));
    }
    return insights;
  }

  /** The strongest first, where the second of a kind comes after the first of each. */
  private static List<Integer> ranked(List<Finding> tests, double[] adjusted) {
    List<Integer> strongest =
        IntStream.range(0, tests.size())
            .boxed()
            .filter(test -> adjusted[test] <= FALSE_SHARE && tests.get(test).telling())
            .sorted(
                Comparator.comparingDouble((Integer test) -> -tests.get(test).strength())
                    .thenComparingDouble(test -> adjusted[test]))
            .toList();
    Map<InsightType, Integer> seen = new EnumMap<>(InsightType.class);
    Map<Integer, Integer> place = new HashMap<>();
    for (int test : strongest) {
      place.put(test, seen.merge(tests.get(test).type(), 1, Integer::sum));
    }
    return strongest.stream().sorted(Comparator.comparing(place::get)).toList();
  }

  private static Insight insight(Finding finding, double adjusted, int tests, Rows rows) {
    return new Insight(
        finding.type(),
        finding.sentence(),
        "%s; n = %,d, %s, after Benjamini-Hochberg over %d tests %s"
            .formatted(
                finding.method(),
                finding.n(),
                Numbers.chance(finding.pValue()),
                tests,
                Numbers.chance(adjusted)),
        finding.n(),
        finding.pValue(),
        adjusted,
        finding.strength(),
        finding.sql(),
        rows.columns(),
        rows.rows().subList(0, Math.min(MOST_SHOWN, rows.rows().size())),
        finding.chart());
  }

  private static String explanation(
      Subject subject, Roles roles, List<Finding> tests, List<Insight> insights) {
    String name = Character.toUpperCase(subject.name().charAt(0)) + subject.name().substring(1);
    if (tests.isEmpty()) {
      return "%s: %,d rows, too little to test anything, so nothing is said."
          .formatted(name, roles.rows());
    }
    String found =
        insights.isEmpty()
            ? "nothing stands out by more than chance"
            : insights.size() == 1 ? "one thing stands out" : insights.size() + " things stand out";
    return "%s, %,d rows: %d tests were made, and %s; on average at most one in twenty such findings is chance."
        .formatted(name, roles.rows(), tests.size(), found);
  }

  /** What the columns hold, as the caller sees them. */
  private static Roles roles(Subject subject, Probe probe) {
    List<Column> columns =
        subject.columns().stream()
            .filter(column -> isUsed(column.type().kind()))
            .limit(MOST_COLUMNS)
            .toList();
    if (columns.size() < subject.columns().size() && columns.size() == MOST_COLUMNS) {
      probe.note("Only the first %d columns were looked at".formatted(MOST_COLUMNS));
    }
    List<Output> outputs = new ArrayList<>();
    outputs.add(new Output(Aggregate.countOfRows(Words.NONE), "all_rows"));
    for (int index = 0; index < columns.size(); index++) {
      ColumnUse use = subject.column(columns.get(index));
      outputs.add(new Output(over(AggregateFunction.COUNT, false, use), "filled_" + index));
      outputs.add(new Output(over(AggregateFunction.COUNT, true, use), "distinct_" + index));
      if (columns.get(index).type().kind().isTemporal()) {
        outputs.add(new Output(over(AggregateFunction.MINIMUM, false, use), "least_" + index));
        outputs.add(new Output(over(AggregateFunction.MAXIMUM, false, use), "most_" + index));
      }
    }
    String sql = probe.written(subject.plan(outputs, List.of(), Optional.empty(), List.of()));
    List<Object> row = probe.read(sql, 1).rows().getFirst();
    List<Roles.Counted> counted = new ArrayList<>();
    int at = 1;
    for (Column column : columns) {
      boolean dated = column.type().kind().isTemporal();
      counted.add(
          new Roles.Counted(
              column,
              number(row.get(at)),
              number(row.get(at + 1)),
              dated ? row.get(at + 2) : "",
              dated ? row.get(at + 3) : ""));
      at += dated ? 4 : 2;
    }
    return Roles.of(subject, number(row.getFirst()), counted);
  }

  private static Aggregate over(AggregateFunction function, boolean distinct, ColumnUse use) {
    return new Aggregate(function, distinct, Optional.of(use), Words.NONE);
  }

  private static boolean isUsed(TypeKind kind) {
    return kind.isNumeric()
        || kind.isTemporal()
        || kind == TypeKind.TEXT
        || kind == TypeKind.BOOLEAN;
  }

  private static long number(Object cell) {
    return (long) Numbers.of(cell).orElse(0);
  }
}
