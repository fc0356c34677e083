package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Chooses the chart of a result; many results are best left as a table. */
public final class ChartChooser {
  private static final double NAMED = 10;
  private static final double MEANT = 0.6;
  private static final double OFFERED = 0.2;
  private static final int MOST_OFFERED = 2;

  private ChartChooser() {}

  /**
   * The best chart of the answer to a question, whose words count; it says why, and what would be
   * next best. Empty where a table says it better.
   */
  public static Optional<ChartSpec> choose(
      String question, String title, List<ColumnLabel> columns, List<List<Object>> rows) {
    return best(ranked(question, title, columns, rows));
  }

  /** The best chart of a result among those that paper takes, which are drawn without a script. */
  public static Optional<ChartSpec> chooseForPaper(
      String title, List<ColumnLabel> columns, List<List<Object>> rows) {
    return best(
        ranked("", title, columns, rows).stream()
            .filter(choice -> isForPaper(choice.spec().kind()))
            .toList());
  }

  private static Optional<ChartSpec> best(List<ChartChoice> choices) {
    return choices.stream()
        .findFirst()
        .filter(choice -> choice.score() >= Fit.GOOD)
        .map(choice -> choice.spec().beside(next(choices)));
  }

  private static boolean isForPaper(ChartKind kind) {
    return kind == ChartKind.NUMBER || SvgChart.draws(kind);
  }

  private static List<ChartKind> next(List<ChartChoice> choices) {
    return choices.stream()
        .skip(1)
        .filter(choice -> choice.score() >= OFFERED)
        .limit(MOST_OFFERED)
        .map(choice -> choice.spec().kind())
        .toList();
  }

  /** Every chart that can be drawn, the best first. */
  static List<ChartChoice> ranked(
      String question, String title, List<ColumnLabel> columns, List<List<Object>> rows) {
    Shape shape = Shape.of(columns, rows);
    Wish wish = question.isBlank() ? Wish.NONE : Wish.of(question);
    List<ChartChoice> choices = new ArrayList<>();
    for (ChartKind kind : ChartKind.values()) {
      kind.form().fit(shape).ifPresent(fit -> choices.add(choice(kind, title, fit, wish)));
    }
    choices.sort(Comparator.comparingDouble(ChartChoice::score).reversed());
    return choices;
  }

  private static ChartChoice choice(ChartKind kind, String title, Fit fit, Wish wish) {
    boolean named = wish.named().contains(kind);
    boolean meant = kind.form().serves().stream().anyMatch(wish.purposes()::contains);
    double score = fit.score() + (named ? NAMED : 0) + (meant ? MEANT : 0);
    ChartSpec spec =
        ChartSpec.of(kind, title, fit.encoding(), named ? "You asked for it" : fit.reason());
    Optional<ChartStyle.Arrangement> arrangement =
        wish.arrangement().or(() -> usual(kind, fit.encoding()));
    return new ChartChoice(
        arrangement.map(how -> spec.styled(spec.look().arranged(how))).orElse(spec), score, fit);
  }

  /** Parts of one name stand on one another, so that the whole is seen. */
  private static Optional<ChartStyle.Arrangement> usual(ChartKind kind, Encoding encoding) {
    return kind == ChartKind.BAR && encoding.series().isPresent()
        ? Optional.of(ChartStyle.Arrangement.STACKED)
        : Optional.empty();
  }

  /** Fails with INVALID_INPUT, in words, where the result cannot be drawn as the spec says. */
  public static void check(ChartSpec spec, List<ColumnLabel> columns, List<List<Object>> rows) {
    PlotlyFigure.of(spec, columns, rows);
  }

  /** The chart of this kind; empty where the result cannot be drawn so. */
  public static Optional<ChartSpec> as(
      ChartKind kind, String title, List<ColumnLabel> columns, List<List<Object>> rows) {
    return kind.form()
        .fit(Shape.of(columns, rows))
        .map(fit -> choice(kind, title, fit, Wish.NONE).spec().reasoned("You asked for it"));
  }
}
