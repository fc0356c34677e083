package dev.alidade.chart;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws rows that came from the server before: nothing is read anew. */
final class RowsDrawing {
  private RowsDrawing() {}

  static DrawRowsOutput of(DrawRowsInput input) {
    String question = input.question().orElse("");
    String title = input.title().orElse("");
    List<ChartChoice> ranked = ChartChooser.ranked(question, title, input.columns(), input.rows());
    Optional<ChartSpec> spec = spec(input, title, ranked);
    return new DrawRowsOutput(
        spec,
        spec.map(one -> AltText.of(one, new ChartTable(input.columns(), input.rows()))),
        spec.map(one -> PlotlyFigure.of(one, input.columns(), input.rows())),
        kinds(ranked),
        List.of(ChartFormat.values()));
  }

  private static Optional<ChartSpec> spec(
      DrawRowsInput input, String title, List<ChartChoice> ranked) {
    if (input.kind().isPresent()) {
      ChartKind kind = input.kind().get();
      Optional<ChartSpec> spec = ChartChooser.as(kind, title, input.columns(), input.rows());
      if (spec.isEmpty()) {
        throw new AlidadeException(
            ErrorCode.NOT_SUPPORTED,
            "These rows cannot be drawn as %s; it needs %s"
                .formatted(kind.words(), kind.form().wants()));
      }
      return spec.map(one -> input.chart().map(one::lookingLike).orElse(one));
    }
    if (input.chart().isPresent()) {
      return input.chart();
    }
    return ranked.stream().findFirst().map(ChartChoice::spec);
  }

  private static List<DrawRowsOutput.Kind> kinds(List<ChartChoice> ranked) {
    List<DrawRowsOutput.Kind> kinds = new ArrayList<>();
    Set<ChartKind> others = EnumSet.allOf(ChartKind.class);
    for (ChartChoice choice : ranked) {
      ChartKind kind = choice.spec().kind();
      kinds.add(new DrawRowsOutput.Kind(kind, kind.words(), true, choice.fit().reason()));
      others.remove(kind);
    }
    others.forEach(
        kind ->
            kinds.add(
                new DrawRowsOutput.Kind(
                    kind, kind.words(), false, "It needs " + kind.form().wants())));
    return kinds;
  }
}
