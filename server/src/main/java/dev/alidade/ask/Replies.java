package dev.alidade.ask;

import dev.alidade.ask.plan.Understood;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a turn of what was decided: an answer, a question back, or an honest "I do not know". */
final class Replies {
  private final Answers answers;
  private final FollowUps followUps;
  private final NearestQuestions nearest;

  Replies(Answers answers, FollowUps followUps, NearestQuestions nearest) {
    this.answers = answers;
    this.followUps = followUps;
    this.nearest = nearest;
  }

  /**
   * @param confirmed why the answer can be trusted, where a person approved it
   */
  Turn decided(
      Asked asked,
      SourceReader.Outcome outcome,
      Optional<Trust> confirmed,
      Optional<String> source,
      Memory memory,
      Optional<String> before) {
    return switch (outcome.decision()) {
      case Decision.Answer answer -> answered(asked, answer, outcome, confirmed, memory, before);
      case Decision.Unplanned written -> whole(asked, unplanned(written, outcome.notes()), before);
      case Decision.Clarify clarify -> clarifies(asked, clarify.choices(), outcome, memory);
      case Decision.Abstain abstain -> abstains(asked, outcome, abstain, source, memory);
    };
  }

  /**
   * An answer by what was read. Where it finds nothing, another reading that does may be meant; not
   * where a person approved it, for then nothing is the answer.
   */
  private Turn answered(
      Asked asked,
      Decision.Answer answer,
      SourceReader.Outcome outcome,
      Optional<Trust> confirmed,
      Memory memory,
      Optional<String> before) {
    Turn turn = whole(asked, anew(asked, answer, outcome, confirmed), before);
    if (confirmed.isPresent() || SecondLook.isFound(turn.answer().rows())) {
      return turn;
    }
    List<Reading> choices =
        SecondLook.choices(outcome.readings(), reading -> answers.finds(asked, reading));
    if (choices.isEmpty()) {
      return turn;
    }
    String why =
        "Nothing fits this reading: %s These do find something; choose what you mean."
            .formatted(turn.answer().paraphrase().orElseThrow());
    return asksBack(
        asked,
        choices.stream().map(reading -> FollowUps.anew(asked.question(), reading)).toList(),
        told(why, outcome.notes()),
        memory);
  }

  private static Proposed anew(
      Asked asked,
      Decision.Answer answer,
      SourceReader.Outcome outcome,
      Optional<Trust> confirmed) {
    Proposed anew = FollowUps.anew(asked.question(), answer.reading());
    return new Proposed(
        anew.source(),
        anew.sql(),
        anew.paraphrase(),
        confirmed.orElseGet(() -> Trust.of(answer.reading(), outcome.notes())),
        anew.understood(),
        anew.topic(),
        Optional.empty());
  }

  private static Proposed unplanned(Decision.Unplanned written, List<String> notes) {
    return new Proposed(
        written.source(),
        written.sql(),
        written.meaning(),
        Trust.of(written, notes),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  /** The answer of a question that stands by itself. */
  Turn whole(Asked asked, Proposed proposed, Optional<String> before) {
    return answered(asked, proposed, before, Optional.of(asked.question()));
  }

  /**
   * An answer that changes an earlier one.
   *
   * @param before the turn that this one takes the topic from
   */
  Turn answered(Asked asked, Proposed proposed, Optional<String> before) {
    return answered(asked, proposed, before, Optional.empty());
  }

  private Turn answered(
      Asked asked, Proposed proposed, Optional<String> before, Optional<String> asks) {
    return new Turn(
        answers.run(asked, proposed), new Memory(proposed.topic(), List.of(), before, asks));
  }

  /**
   * An option that was offered with its plan, or with SQL that came without one.
   *
   * @param last the turn that offered it
   */
  Turn chosen(Asked asked, Choices.Chosen chosen, AskOutput last) {
    Memory.Choice choice = chosen.choice();
    String why =
        "You chose option %d %s: %s".formatted(chosen.number(), chosen.how(), choice.label());
    Proposed whole =
        choice
            .topic()
            .map(topic -> followUps.proposed(topic.chosen(), choice.kept(), List.of()))
            .orElseGet(
                () ->
                    new Proposed(
                        choice.source().orElseThrow(),
                        choice.sql().orElseThrow(),
                        choice.label(),
                        Trust.none(List.of()),
                        List.of(),
                        Optional.empty(),
                        choice.kept()));
    Trust.Label label = choice.topic().map(Topic::label).orElse(Trust.Label.MODEL);
    Proposed proposed =
        new Proposed(
            whole.source(),
            whole.sql(),
            whole.paraphrase(),
            new Trust(label, 1, List.of(why)).by(whole.trust().planner()),
            whole.understood(),
            whole.topic(),
            whole.kept());
    Optional<String> asks =
        whole.kept().isEmpty() ? Optional.of(last.question()) : Optional.empty();
    return answered(asked, proposed, Optional.of(last.turn()), asks);
  }

  private Turn clarifies(
      Asked asked, List<Reading> readings, SourceReader.Outcome outcome, Memory memory) {
    List<Proposed> choices =
        readings.stream().map(reading -> FollowUps.anew(asked.question(), reading)).toList();
    return asksBack(
        asked,
        choices,
        told(
            "The question can be read in more than one way; choose what you mean.",
            outcome.notes()),
        memory);
  }

  /** Offers readings to choose from. */
  Turn asksBack(Asked asked, List<Proposed> readings, String why, Memory memory) {
    boolean oneSource = readings.stream().map(Proposed::source).distinct().count() == 1;
    List<Memory.Choice> choices = new ArrayList<>();
    for (Proposed reading : readings) {
      String label =
          oneSource
              ? reading.paraphrase()
              : reading.paraphrase() + " (from " + reading.source() + ")";
      choices.add(
          new Memory.Choice(
              label,
              label,
              reading.topic(),
              reading.kept(),
              Optional.of(reading.source()),
              Optional.of(reading.sql())));
    }
    AskOutput answer =
        silent(
            asked,
            AskStatus.CLARIFY,
            oneSource ? Optional.of(readings.getFirst().source()) : Optional.empty(),
            why,
            readings.getFirst().understood(),
            List.of(),
            options(choices));
    return new Turn(answer, memory.offering(choices));
  }

  private Turn abstains(
      Asked asked,
      SourceReader.Outcome outcome,
      Decision.Abstain abstain,
      Optional<String> source,
      Memory memory) {
    List<String> words = abstain.unexplained();
    String explanation =
        words.isEmpty()
            ? "I am not sure what is asked. Name the table or column you mean, or ask in a simpler way."
            : unknown(words);
    List<Understood> understood =
        outcome.readings().isEmpty()
            ? List.of()
            : outcome.readings().getFirst().candidate().understood();
    return abstains(asked, told(explanation, outcome.notes()), understood, words, source, memory);
  }

  private static String unknown(List<String> words) {
    return "I do not know what \"%s\" means here. Use names or values of the source, or ask without."
        .formatted(String.join("\", \"", words));
  }

  /** A follow-up that cannot be read is not guessed at. */
  Turn abstains(Asked asked, List<String> words, Optional<String> source, Memory memory) {
    String explanation =
        words.isEmpty()
            ? "I do not see how this changes the last question. Say it as a whole question."
            : unknown(words);
    return abstains(asked, explanation, List.of(), words, source, memory);
  }

  private Turn abstains(
      Asked asked,
      String explanation,
      List<Understood> understood,
      List<String> words,
      Optional<String> source,
      Memory memory) {
    List<Memory.Choice> near =
        nearest.of(asked.invocation().caller(), asked.question(), words, source).stream()
            .map(
                one ->
                    new Memory.Choice(
                        one.question(),
                        one.question(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(one.reading().source()),
                        Optional.empty()))
            .toList();
    AskOutput answer =
        silent(asked, AskStatus.ABSTAIN, source, explanation, understood, words, options(near));
    return new Turn(answer, memory.offering(near));
  }

  /** How the last answer came about; no rows. */
  Turn explained(Asked asked, ConversationStore.Kept last) {
    AskOutput before = last.answer();
    AskOutput answer =
        new AskOutput(
            AskStatus.ANSWERED,
            asked.conversation(),
            ConversationStore.newId(),
            asked.question(),
            before.source(),
            before.sql(),
            before.paraphrase(),
            before.kept(),
            List.of(),
            List.of(),
            false,
            Optional.empty(),
            before.trust(),
            Reasons.of(before),
            before.understood(),
            before.unexplained(),
            before.options(),
            before.filters(),
            before.tables(),
            before.freshness(),
            Optional.empty(),
            Optional.empty());
    return new Turn(answer, last.memory());
  }

  Turn startsOver(Asked asked, SuggestOutput suggested) {
    List<Memory.Choice> choices =
        suggested.suggestions().stream()
            .limit(3)
            .map(
                one ->
                    new Memory.Choice(
                        one.question(),
                        one.question(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(one.source()),
                        Optional.empty()))
            .toList();
    AskOutput answer =
        silent(
            asked,
            AskStatus.CLARIFY,
            Optional.empty(),
            "Nothing is kept of what was asked so far. What do you want to know?",
            List.of(),
            List.of(),
            options(choices));
    return new Turn(answer, Memory.NONE.offering(choices));
  }

  Turn nothingToUndo(Asked asked, Memory memory) {
    AskOutput answer =
        silent(
            asked,
            AskStatus.ABSTAIN,
            Optional.empty(),
            "There is no earlier answer to go back to. Ask a question.",
            List.of(),
            List.of(),
            Optional.empty());
    return new Turn(answer, memory);
  }

  private static Optional<List<AskOption>> options(List<Memory.Choice> choices) {
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(
            choices.stream()
                .map(
                    choice ->
                        new AskOption(
                            choice.label(), choice.question(), choice.sql(), choice.source()))
                .toList());
  }

  private static String told(String explanation, List<String> notes) {
    return Stream.concat(Stream.of(explanation), notes.stream()).collect(Collectors.joining(" "));
  }

  private static AskOutput silent(
      Asked asked,
      AskStatus status,
      Optional<String> source,
      String explanation,
      List<Understood> understood,
      List<String> unexplained,
      Optional<List<AskOption>> options) {
    return AskOutput.silent(
        status,
        asked.conversation(),
        ConversationStore.newId(),
        asked.question(),
        source,
        explanation,
        understood,
        unexplained,
        options);
  }
}
