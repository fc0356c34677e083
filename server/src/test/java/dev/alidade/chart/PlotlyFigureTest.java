package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.base.AlidadeException;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every kind has a case; {@code -Dalidade.golden=write} writes what comes out as what is expected.
 */
class PlotlyFigureTest {
  @ParameterizedTest
  @EnumSource(ChartKind.class)
  void everyKindIsDrawnAsExpected(ChartKind kind) throws IOException {
    ChartCase some = ChartCase.of(kind);
    ChartSpec spec = ChartChooser.as(kind, "A title", some.columns(), some.rows()).orElseThrow();

    check(ChartCase.name(kind), spec, some);
  }

  @Test
  void smallMultiplesStandOnTheSameScales() throws IOException {
    ChartCase some = ChartCase.of(ChartKind.LINE);
    ChartSpec spec =
        new ChartSpec(ChartKind.LINE, "A title", axis("month"), List.of(one("orders")), "")
            .faceted(axis("region"), Optional.empty());

    check("small_multiples", spec, some);
  }

  @Test
  void anAnimationHasAFrameForEachValue() throws IOException {
    ChartCase some = ChartCase.of(ChartKind.BAR);
    ChartSpec spec =
        new ChartSpec(ChartKind.BAR, "A title", axis("region"), List.of(one("total")), "")
            .faceted(Optional.empty(), axis("segment"));

    check("animation", spec, some);
  }

  @Test
  void styleAndNotesAreDrawn() throws IOException {
    ChartCase some = ChartCase.of(ChartKind.PIE);
    ChartStyle style =
        new ChartStyle(
            Optional.of(ChartStyle.Arrangement.PERCENT),
            Optional.of(ChartStyle.Sort.DESCENDING),
            Optional.of(ChartStyle.Scale.LOG),
            Optional.of(Theme.DARK),
            Optional.of(List.of(new ChartStyle.Note("paid", 61, "<i>most</i>"))),
            Optional.of(List.of("#AA3377", "#228833")),
            Optional.empty());
    ChartSpec spec =
        new ChartSpec(ChartKind.BAR, "A title", axis("status"), List.of(one("orders")), "");

    check("style", spec.styled(style), some);
  }

  @ParameterizedTest
  @EnumSource(ChartKind.class)
  void aSpecOfNothingIsRefusedInWords(ChartKind kind) throws IOException {
    ChartCase some = ChartCase.of(kind);
    ChartSpec empty = new ChartSpec(kind, "A title", Optional.empty(), List.of(), "");

    assertThatThrownBy(() -> PlotlyFigure.of(empty, some.columns(), some.rows()))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("`" + ChartCase.name(kind) + "` needs columns for");
  }

  @ParameterizedTest
  @EnumSource(ChartKind.class)
  void noRowsAreDrawnAsNone(ChartKind kind) throws IOException {
    ChartCase some = ChartCase.of(kind);
    ChartSpec spec = ChartChooser.as(kind, "A title", some.columns(), some.rows()).orElseThrow();

    assertThat(PlotlyFigure.of(spec, some.columns(), List.of()).layout().has("title")).isTrue();
  }

  @Test
  void aColumnThatIsNotThereIsNamed() throws IOException {
    ChartCase some = ChartCase.of(ChartKind.PIE);
    ChartSpec spec =
        new ChartSpec(ChartKind.PIE, "A title", axis("stats"), List.of(one("orders")), "");

    assertThatThrownBy(() -> PlotlyFigure.of(spec, some.columns(), some.rows()))
        .hasMessageContaining("`stats`")
        .hasMessageContaining("did you mean `status`?");
  }

  private static Optional<ChartSpec.Axis> axis(String column) {
    return Optional.of(one(column));
  }

  private static ChartSpec.Axis one(String column) {
    return ChartSpec.Axis.of(column);
  }

  private static void check(String name, ChartSpec spec, ChartCase some) throws IOException {
    Figure figure = PlotlyFigure.of(spec, some.columns(), some.rows());
    String alt = AltText.of(spec, new ChartTable(some.columns(), some.rows()));
    String written = pretty(Map.of("figure", figure)) + pretty(spec) + alt + "\n";
    Path golden = ChartCase.FILES.resolve(name + ".golden.txt");
    if ("write".equals(System.getProperty("alidade.golden"))) {
      Files.writeString(golden, written);
    }
    assertThat(written).isEqualTo(Files.readString(golden));
    assertThat(Json.mapper().readValue(pretty(spec), ChartSpec.class)).isEqualTo(spec);
  }

  private static String pretty(Object value) throws JsonProcessingException {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
  }
}
