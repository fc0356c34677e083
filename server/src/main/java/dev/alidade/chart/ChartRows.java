package dev.alidade.chart;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.workbench.BoundValues;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the rows that are to be drawn, as their caller may see them, wherever they stand. */
final class ChartRows {
  private static final QueryLimits LIMITS = QueryLimits.INTERACTIVE.withRows(5_000);

  private final QueryService queries;
  private final ChartSubject.Finder finder;

  ChartRows(QueryService queries, ChartSubject.Finder finder) {
    this.queries = queries;
    this.finder = finder;
  }

  /**
   * Rows to be drawn.
   *
   * @param question what they answer
   */
  record Found(Rows rows, Optional<String> question) {
    Found {
      Objects.requireNonNull(rows, "rows");
      Objects.requireNonNull(question, "question");
    }
  }

  Found read(RenderChartInput input, Invocation invocation) {
    ChartSubject subject = subject(input, invocation);
    QueryRequest request =
        new QueryRequest(
            invocation.caller(),
            subject.source(),
            subject.sql(),
            BoundValues.read(subject.parameters()),
            LIMITS,
            invocation.cancellation());
    Optional<String> asked =
        input.question().filter(question -> !question.isBlank()).or(subject::question);
    Optional<String> recorded = subject.record().or(() -> asked);
    return new Found(
        Rows.collect(queries.run(recorded.map(request::answering).orElse(request))), asked);
  }

  private ChartSubject subject(RenderChartInput input, Invocation invocation) {
    long named =
        Stream.of(input.sql(), input.query(), input.conversation())
            .filter(Optional::isPresent)
            .count();
    if (named != 1 || (input.turn().isPresent() && input.conversation().isEmpty())) {
      throw invalid(
          "Give one of `sql` (with its `source`), `query` and `conversation` (with a `turn`, if not the last)");
    }
    if (input.query().isPresent()) {
      return finder.ofQuery(input.query().get(), values(input), invocation);
    }
    if (input.conversation().isPresent()) {
      return finder.ofTurn(input.conversation().get(), input.turn(), invocation);
    }
    return new ChartSubject(
        input
            .source()
            .orElseThrow(
                () -> invalid("`sql` needs a `source` to run in; list_sources names them")),
        input.sql().orElseThrow(),
        input.parameters(),
        Optional.empty(),
        Optional.empty());
  }

  private static Map<String, Object> values(RenderChartInput input) {
    Map<String, Object> values = new LinkedHashMap<>();
    switch (input.parameters().orElse(Map.of())) {
      case Map<?, ?> given -> given.forEach((name, value) -> values.put((String) name, value));
      case List<?> none when none.isEmpty() -> {}
      default ->
          throw invalid(
              "`parameters` of a saved query are an object, such as {\"region\": \"west\"}");
    }
    return values;
  }

  private static AlidadeException invalid(String message) {
    return new AlidadeException(ErrorCode.INVALID_INPUT, message);
  }
}
