package dev.alidade.chart;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.workbench.BoundValues;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Draws the rows of a statement, with what its caller may see. */
final class ChartService {
  private static final QueryLimits LIMITS = QueryLimits.INTERACTIVE.withRows(5_000);
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_ALTERNATIVES = 5;

  private final QueryService queries;

  ChartService(QueryService queries) {
    this.queries = queries;
  }

  RenderChartOutput render(RenderChartInput input, Invocation invocation) {
    check(input);
    QueryRequest request =
        new QueryRequest(
            invocation.caller(),
            input.source(),
            input.sql(),
            BoundValues.read(input.parameters()),
            LIMITS,
            invocation.cancellation());
    Optional<String> asked = input.question().filter(question -> !question.isBlank());
    Rows rows = Rows.collect(queries.run(asked.map(request::answering).orElse(request)));
    String title = input.title().or(() -> asked).orElse("");
    List<ChartChoice> ranked =
        ChartChooser.ranked(asked.orElse(""), title, rows.columns(), rows.rows());
    ChartSpec chosen = chosen(input, title, ranked, rows);
    ChartSpec spec =
        input.theme().map(theme -> chosen.styled(chosen.look().themed(theme))).orElse(chosen);
    ChartFormat format = input.as().orElse(ChartFormat.PLOTLY);
    // It is drawn whatever the format, for this also tells what a spec lacks.
    Figure figure = PlotlyFigure.of(spec, rows.columns(), rows.rows());
    return new RenderChartOutput(
        format,
        spec,
        alternatives(ranked, spec.kind()),
        AltText.of(spec, new ChartTable(rows.columns(), rows.rows())),
        rows.truncated(),
        switch (format) {
          case PLOTLY -> Optional.of(figure);
          case VEGA_LITE -> Optional.of(VegaLite.of(spec, rows.columns(), rows.rows()));
          case SVG -> Optional.empty();
        },
        format == ChartFormat.SVG ? Optional.of(svg(spec, rows)) : Optional.empty());
  }

  private static void check(RenderChartInput input) {
    boolean both = input.kind().isPresent() && input.chart().isPresent();
    if (both || input.title().map(String::length).orElse(0) > LONGEST_TITLE) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Give a `kind` or a whole `chart`, not both; `title` has at most %d characters"
              .formatted(LONGEST_TITLE));
    }
  }

  private static ChartSpec chosen(
      RenderChartInput input, String title, List<ChartChoice> ranked, Rows rows) {
    if (input.chart().isPresent()) {
      return input.chart().get();
    }
    if (input.kind().isPresent()) {
      ChartKind kind = input.kind().get();
      return ChartChooser.as(kind, title, rows.columns(), rows.rows())
          .orElseThrow(() -> unfit("be drawn as " + name(kind), ranked));
    }
    return ranked.stream()
        .findFirst()
        .map(ChartChoice::spec)
        .orElseThrow(() -> unfit("be drawn", ranked));
  }

  private static AlidadeException unfit(String what, List<ChartChoice> ranked) {
    List<String> kinds =
        ranked.stream().limit(MOST_ALTERNATIVES).map(choice -> name(choice.spec().kind())).toList();
    return new AlidadeException(
        ErrorCode.NOT_SUPPORTED,
        kinds.isEmpty()
            ? "These rows cannot %s; a chart needs at least one row with a number".formatted(what)
            : "These rows cannot %s; they can as %s".formatted(what, String.join(", ", kinds)));
  }

  private static String svg(ChartSpec spec, Rows rows) {
    return SvgChart.draw(spec, rows.columns(), rows.rows())
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.NOT_SUPPORTED,
                    "There is no picture of the kind `%s` without a drawing library; ask for plotly, or for another kind"
                        .formatted(name(spec.kind()))));
  }

  private static String name(ChartKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  private static List<RenderChartOutput.Alternative> alternatives(
      List<ChartChoice> ranked, ChartKind drawn) {
    return ranked.stream()
        .filter(choice -> choice.spec().kind() != drawn)
        .limit(MOST_ALTERNATIVES)
        .map(
            choice ->
                new RenderChartOutput.Alternative(
                    choice.spec().kind(), choice.fit().score(), choice.fit().reason()))
        .toList();
  }
}
