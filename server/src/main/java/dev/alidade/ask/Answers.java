package dev.alidade.ask;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.converse.Chip;
import dev.alidade.ask.converse.Chips;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.base.AlidadeException;
import dev.alidade.chart.ChartChooser;
import dev.alidade.chart.ChartSpec;
import dev.alidade.chart.ChartStyle;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Invocation;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs what was decided and writes the answer. */
final class Answers {
  private static final QueryLimits LIMITS = QueryLimits.INTERACTIVE.withRows(1_000);
  private static final QueryLimits GLANCE = new QueryLimits(Duration.ofSeconds(2), 2);
  private static final int ROWS_OF_PROGRESS = 20;

  private final QueryService queries;
  private final SourceMaps maps;
  private final Clock clock;

  Answers(QueryService queries, SourceMaps maps, Clock clock) {
    this.queries = queries;
    this.maps = maps;
    this.clock = clock;
  }

  /** The rows of a reading, with all that they stand on. */
  AskOutput run(Asked asked, Proposed proposed) {
    Invocation invocation = asked.invocation();
    invocation.reached(
        "planned", Map.of("paraphrase", proposed.paraphrase(), "sql", proposed.sql()));
    invocation.reached("running", Map.of("source", proposed.source()));
    Rows rows =
        Rows.collect(
            queries.run(
                new QueryRequest(
                        invocation.caller(),
                        proposed.source(),
                        proposed.sql(),
                        Parameters.NONE,
                        LIMITS,
                        invocation.cancellation())
                    .answering(asked.question())));
    invocation.reached(
        "rows",
        Map.of(
            "columns",
            rows.columns(),
            "rows",
            rows.rows().subList(0, Math.min(ROWS_OF_PROGRESS, rows.rows().size()))));
    Optional<ChartSpec> chart = chart(asked.question(), proposed, rows);
    Optional<SourceMap> map =
        proposed.topic().map(topic -> maps.of(invocation.caller(), topic.source()));
    return new AskOutput(
        AskStatus.ANSWERED,
        asked.conversation(),
        ConversationStore.newId(),
        asked.question(),
        Optional.of(proposed.source()),
        Optional.of(rows.sql()),
        Optional.of(proposed.paraphrase()),
        proposed.kept(),
        rows.columns(),
        rows.rows(),
        rows.truncated(),
        chart,
        proposed.trust(),
        explanation(proposed, rows, chart),
        proposed.understood(),
        List.of(),
        Optional.empty(),
        proposed.topic().map(topic -> chips(topic, map.orElseThrow())).orElse(List.of()),
        proposed.topic().map(topic -> PlanTables.names(topic.plan())).orElse(List.of()),
        Optional.of(
            new Freshness(
                clock.instant().toString(),
                proposed
                    .topic()
                    .flatMap(topic -> PlanTables.newest(topic.plan(), map.orElseThrow())))),
        Optional.of(
            new AskOutput.Statistics(rows.elapsed().toMillis(), rows.rows().size(), rows.asOf())),
        Optional.empty());
  }

  /** Whether a reading finds anything; one that fails does not. */
  boolean finds(Asked asked, Reading reading) {
    Invocation invocation = asked.invocation();
    try {
      return SecondLook.isFound(
          Rows.collect(
                  queries.run(
                      new QueryRequest(
                          invocation.caller(),
                          reading.source(),
                          reading.sql(),
                          Parameters.NONE,
                          GLANCE,
                          invocation.cancellation())))
              .rows());
    } catch (AlidadeException failure) {
      return false;
    }
  }

  private static List<Chip> chips(Topic topic, SourceMap map) {
    return topic.plan() instanceof SelectPlan plan ? Chips.of(plan, topic.said(), map) : List.of();
  }

  private static Optional<ChartSpec> chart(String question, Proposed proposed, Rows rows) {
    boolean drawn = proposed.topic().map(Topic::drawn).orElse(true);
    if (!drawn) {
      return Optional.empty();
    }
    Optional<ChartStyle> look = proposed.topic().flatMap(Topic::look);
    return proposed
        .topic()
        .flatMap(Topic::chart)
        .flatMap(kind -> ChartChooser.as(kind, proposed.paraphrase(), rows.columns(), rows.rows()))
        .or(() -> ChartChooser.choose(question, proposed.paraphrase(), rows.columns(), rows.rows()))
        .map(spec -> look.map(spec::styled).orElse(spec));
  }

  private static String explanation(Proposed proposed, Rows rows, Optional<ChartSpec> chart) {
    if (rows.rows().isEmpty()) {
      return "There are no rows that fit.";
    }
    return proposed
        .topic()
        .flatMap(Topic::chart)
        .filter(kind -> chart.map(ChartSpec::kind).filter(kind::equals).isEmpty())
        .map(
            kind ->
                proposed.paraphrase()
                    + " These rows cannot be drawn as a %s chart.".formatted(kind.words()))
        .orElse(proposed.paraphrase());
  }
}
