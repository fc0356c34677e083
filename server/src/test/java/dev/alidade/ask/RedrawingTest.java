package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.Caller;
import dev.alidade.chart.ChartKind;
import dev.alidade.chart.ChartSpec;
import dev.alidade.chart.ChartStyle;
import dev.alidade.chart.Theme;
import dev.alidade.operation.Invocation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The chart of an answer is changed by words and by hand, kept, and taken along by follow-ups. */
class RedrawingTest {
  @TempDir private static Path folder;
  private static Shop shop;
  private static AskService service;
  private String conversation = "";

  @BeforeAll
  static void open() {
    shop = Shop.sample(folder);
    service = shop.service();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void wordsChangeTheChartAndRunNothing() {
    AskOutput asked = say("How many orders are there for each status?");
    AskOutput pie = say("as a pie chart");
    AskOutput dark = say("dark");

    assertThat(pie.chart().orElseThrow().kind()).isEqualTo(ChartKind.PIE);
    assertThat(pie.rows()).hasToString(asked.rows().toString());
    assertThat(pie.statistics()).isEqualTo(asked.statistics());
    assertThat(pie.explanation()).startsWith("Nothing was asked anew");
    assertThat(pie.turn()).isNotEqualTo(asked.turn());
    assertThat(dark.chart().orElseThrow().kind()).isEqualTo(ChartKind.PIE);
    assertThat(dark.chart().flatMap(ChartSpec::style).flatMap(ChartStyle::theme))
        .contains(Theme.DARK);
    ChartSpec later = say("only 2024").chart().orElseThrow();
    assertThat(later.kind()).isEqualTo(ChartKind.PIE);
    assertThat(later.style().flatMap(ChartStyle::theme)).contains(Theme.DARK);
  }

  @Test
  void whatCannotBeDrawnSaysWhatItNeedsAndKeepsTheChart() {
    AskOutput asked = say("How many orders are there for each status?");

    AskOutput answer = say("as a candlestick chart");

    assertThat(answer.chart()).isEqualTo(asked.chart());
    assertThat(answer.explanation())
        .isEqualTo(
            "These rows cannot be drawn so; it needs times or names, and columns named open, high, low and close.");
  }

  @Test
  void aChartThatIsChangedByHandIsKept() {
    AskOutput asked = say("How many orders are there for each status?");
    ChartSpec chart = asked.chart().orElseThrow();
    ChartSpec funnel =
        new ChartSpec(ChartKind.FUNNEL, chart.title(), chart.x(), chart.y(), "By hand");

    service.changeChart(
        new ChangeChartInput(conversation, Optional.of(asked.turn()), funnel), Caller.SYSTEM);

    AskOutput kept = service.conversation(Caller.SYSTEM, conversation).turns().getFirst().answer();
    assertThat(kept.chart()).contains(funnel);
    assertThat(kept.rows()).hasToString(asked.rows().toString());
    assertThat(say("only 2024").chart().orElseThrow().kind()).isEqualTo(ChartKind.FUNNEL);
  }

  @Test
  void aChartOfOtherColumnsOrAnothersTurnIsRefused() {
    AskOutput asked = say("How many orders are there for each status?");
    ChartSpec chart = asked.chart().orElseThrow();
    ChartSpec other =
        new ChartSpec(ChartKind.BAR, "", chart.x(), List.of(new ChartSpec.Axis("ssn", "ssn")), "");

    assertThatThrownBy(() -> change(asked.turn(), other, Caller.SYSTEM))
        .hasMessageContaining("a column `ssn` that the result has not");
    assertThatThrownBy(() -> change("nowhere", chart, Caller.SYSTEM))
        .hasMessageContaining("no turn `nowhere`");
    assertThatThrownBy(() -> change(asked.turn(), chart, new Caller("mallory", Set.of(), Map.of())))
        .hasMessageContaining("No conversation");
  }

  @Test
  void aReaderSeesTheOwnersChartWithoutTheOwnersWords() {
    AskOutput readers = say("How many orders are there for each status?");
    ChartSpec chart = readers.chart().orElseThrow();
    ChartSpec owners =
        new ChartSpec(
            ChartKind.FUNNEL,
            "of ada alone",
            chart.x(),
            List.of(new ChartSpec.Axis(chart.y().getFirst().column(), "what ada wrote")),
            "ada says so");
    ChartSpec elsewhere =
        new ChartSpec(ChartKind.BAR, "", chart.x(), List.of(new ChartSpec.Axis("ssn", "")), "");

    ChartSpec shown = Redrawing.alike(readers, Optional.of(owners)).chart().orElseThrow();

    assertThat(shown.kind()).isEqualTo(ChartKind.FUNNEL);
    assertThat(shown.toString()).doesNotContain("ada");
    assertThat(shown.title()).isEqualTo(readers.paraphrase().orElseThrow());
    assertThat(Redrawing.alike(readers, Optional.of(elsewhere))).isEqualTo(readers);
  }

  private void change(String turn, ChartSpec chart, Caller caller) {
    service.changeChart(new ChangeChartInput(conversation, Optional.of(turn), chart), caller);
  }

  private AskOutput say(String text) {
    AskOutput answer =
        service.ask(
            new AskInput(
                Optional.of(text),
                Optional.empty(),
                Optional.of(conversation).filter(id -> !id.isEmpty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            Invocation.of(Caller.SYSTEM));
    conversation = answer.conversation();
    return answer;
  }
}
