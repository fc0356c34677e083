package dev.alidade.ask;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.chart.ChartChange;
import dev.alidade.chart.ChartChooser;
import dev.alidade.chart.ChartSpec;
import java.util.List;
import java.util.Optional;

/** Draws the rows of an answer otherwise; nothing is asked anew. */
final class Redrawing {
  private final ConversationStore conversations;

  Redrawing(ConversationStore conversations) {
    this.conversations = conversations;
  }

  /** The last answer with another chart, where a text speaks of its chart and of nothing else. */
  static Optional<Turn> said(Asked asked, ConversationStore.Kept last) {
    AskOutput before = last.answer();
    if (!hasRows(before)) {
      return Optional.empty();
    }
    return ChartChange.said(asked.question()).map(change -> changed(asked, last, change));
  }

  private static Turn changed(Asked asked, ConversationStore.Kept last, ChartChange change) {
    AskOutput before = last.answer();
    String title = before.paraphrase().orElse("");
    Optional<ChartSpec> chart = change.of(before.chart(), title, before.columns(), before.rows());
    String why =
        chart.isPresent()
            ? "Nothing was asked anew; these are the rows of the last answer."
            : "These rows cannot be drawn so; it needs %s.".formatted(change.wants());
    AskOutput answer =
        before.redrawn(ConversationStore.newId(), asked.question(), chart.or(before::chart), why);
    Optional<Topic> topic = last.memory().topic();
    return new Turn(
        answer,
        new Memory(
            chart.map(spec -> topic.map(one -> one.drawnAs(spec))).orElse(topic),
            List.of(),
            Optional.of(before.turn()),
            Optional.empty()));
  }

  /**
   * A reader's own answer, drawn as its owner had it; not where the reader's rows have other
   * columns. What the owner wrote beside marks stays with the owner, for it may name values.
   */
  static AskOutput alike(AskOutput answer, Optional<ChartSpec> owners) {
    String title = answer.paraphrase().orElse("");
    return owners
        .map(chart -> chart.withoutWords(title))
        .filter(chart -> hasRows(answer) && isDrawn(chart, answer))
        .map(
            chart ->
                answer.redrawn(
                    answer.turn(), answer.question(), Optional.of(chart), answer.explanation()))
        .orElse(answer);
  }

  private static boolean isDrawn(ChartSpec chart, AskOutput answer) {
    try {
      ChartChooser.check(chart, answer.columns(), answer.rows());
      return true;
    } catch (AlidadeException otherColumns) {
      return false;
    }
  }

  private static boolean hasRows(AskOutput answer) {
    return answer.status() == AskStatus.ANSWERED
        && !answer.columns().isEmpty()
        && !answer.rows().isEmpty();
  }

  /** Keeps another chart with a turn of the caller's own. */
  ChangeChartOutput change(ChangeChartInput input, Caller caller) {
    String conversation = conversations.named(caller.name(), input.conversation());
    conversations.check(caller.name(), conversation);
    ConversationStore.Kept kept =
        input
            .turn()
            .map(turn -> conversations.turn(caller, conversation, turn))
            .orElseGet(() -> conversations.last(caller, conversation))
            .orElseThrow(() -> none(input.turn().orElse("last")));
    AskOutput answer = kept.answer();
    if (!hasRows(answer)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The turn `%s` has no rows to draw; name one that was answered with rows"
              .formatted(answer.turn()));
    }
    ChartSpec chart = input.chart();
    ChartChooser.check(chart, answer.columns(), answer.rows());
    Memory memory = kept.memory();
    conversations.replace(
        caller,
        answer.redrawn(answer.turn(), answer.question(), Optional.of(chart), answer.explanation()),
        new Memory(
            memory.topic().map(topic -> topic.drawnAs(chart)),
            memory.choices(),
            memory.before(),
            memory.asks()));
    return new ChangeChartOutput(conversation, answer.turn(), chart);
  }

  private static AlidadeException none(String turn) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "The conversation has no turn `%s`; get_conversation names its turns".formatted(turn));
  }
}
