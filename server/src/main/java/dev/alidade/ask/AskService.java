package dev.alidade.ask;

import dev.alidade.ask.converse.Edit;
import dev.alidade.ask.converse.FollowUpReader;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.base.Reuse;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.Access;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.Meanings;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Answers questions in conversations; asks back or abstains where it is not sure. */
public final class AskService {
  private static final int LONGEST_QUESTION = 2_000;

  private final ConversationStore conversations;
  private final ConversationShelf shelf;
  private final SourceReader reader;
  private final Planners planners;
  private final Suggestions suggestions;
  private final VerifiedAnswers verified;
  private final FollowUps followUps;
  private final Replies replies;
  private final Hints hints;
  private final Past past;
  private final SharedTurns shared;

  /**
   * Answers from {@code sources} in the light of {@code meanings}; plans with {@code questions},
   * made when first used, and with {@code planners}; answers first what {@code experience} knows;
   * runs with {@code queries}.
   */
  public AskService(
      Sources sources,
      CatalogService catalog,
      Meanings meanings,
      QueryService queries,
      Supplier<QuestionReader> questions,
      Planners planners,
      Experience experience,
      Database database,
      Clock clock) {
    BiFunction<Caller, Optional<String>, String> seenAs =
        (caller, source) -> seenAs(catalog, queries, caller, source);
    this.conversations = new ConversationStore(database, clock, seenAs);
    this.shelf = new ConversationShelf(database, clock);
    this.reader = new SourceReader(sources, catalog, meanings, questions, clock);
    this.planners = planners;
    this.suggestions = new Suggestions(catalog, reader);
    SourceMaps maps = new SourceMaps(reader, clock);
    this.verified = new VerifiedAnswers(catalog, reader, maps, queries, experience);
    this.followUps = new FollowUps(maps, reader);
    this.hints = new Hints(maps, experience);
    this.past = new Past(conversations, reader, maps, clock);
    Answers answers = new Answers(queries, maps, clock);
    this.shared =
        new SharedTurns(conversations, new SharedReading(queries, reader, seenAs), answers);
    this.replies =
        new Replies(answers, followUps, new NearestQuestions(catalog, reader, suggestions));
  }

  /** Reads the question, decides, runs what was decided, and keeps the turn. */
  public AskOutput ask(AskInput asked, Invocation invocation) {
    Caller caller = invocation.caller();
    AskInput input =
        asked
            .conversation()
            .map(name -> asked.in(conversations.named(caller.name(), name)))
            .orElse(asked);
    input
        .conversation()
        .ifPresent(conversation -> conversations.check(caller.name(), conversation));
    checked(input);
    input.planner().ifPresent(planners::check);
    input.insteadOf().ifPresent(turn -> dropped(input, turn));
    Optional<ConversationStore.Kept> last =
        input.conversation().flatMap(conversation -> conversations.last(caller, conversation));
    String conversation = input.conversation().orElseGet(ConversationStore::newId);
    Turn turn = turn(input, conversation, invocation, last);
    conversations.add(caller, turn.answer(), turn.memory());
    return turn.answer();
  }

  /** A conversation with all its turns; "last" is the one that the caller went on with last. */
  public ConversationOutput conversation(Caller caller, String conversation) {
    return conversations.get(caller, conversations.named(caller.name(), conversation));
  }

  /** Conversations of the caller. */
  ConversationStore conversations() {
    return conversations;
  }

  /** Conversations as their owners find them again. */
  ConversationShelf shelf() {
    return shelf;
  }

  /** Conversations for others than their owner. */
  public SharedTurns shared() {
    return shared;
  }

  /** What was asked and answered. */
  public Past past() {
    return past;
  }

  /** How often a question had not to be planned again, for all of it was as before. */
  public Reuse plans() {
    return reader.reuse();
  }

  /** Draws the answer of a turn otherwise, and keeps that. */
  ChangeChartOutput changeChart(ChangeChartInput input, Caller caller) {
    return new Redrawing(conversations).change(input, caller);
  }

  /** Who may plan a question. */
  Planners planners() {
    return planners;
  }

  /** Questions that can be answered. */
  Suggestions suggestions() {
    return suggestions;
  }

  private static void checked(AskInput input) {
    int length = input.question().map(String::strip).map(String::length).orElse(0);
    boolean wordless = input.choice().isPresent() || input.edit().isPresent();
    boolean again = input.planner().isPresent() && input.conversation().isPresent();
    if (length > LONGEST_QUESTION || (length == 0 && !wordless && !again)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`question` must have 1 to %,d characters; write what you want to know"
              .formatted(LONGEST_QUESTION));
    }
    if (wordless && input.conversation().isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`choice` and `edit` speak of the last turn; name its `conversation`");
    }
    if (wordless && input.planner().isPresent()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`planner` plans a whole question, `choice` and `edit` go on with the last answer; give one of them");
    }
  }

  private void dropped(AskInput input, String turn) {
    if (input.conversation().isEmpty() || input.question().isEmpty()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`instead_of` needs the `conversation` of the turn, and a `question` in its place");
    }
    conversations.dropFrom(input.conversation().get(), turn);
  }

  private Turn turn(
      AskInput input,
      String conversation,
      Invocation invocation,
      Optional<ConversationStore.Kept> last) {
    Memory memory = last.map(ConversationStore.Kept::memory).orElse(Memory.NONE);
    if (input.planner().isPresent()) {
      return planned(PlannedAnew.of(input, last), input, conversation, invocation, memory);
    }
    Optional<String> before = last.map(kept -> kept.answer().turn());
    if (input.edit().isPresent()) {
      Topic topic = memory.topic().orElseThrow(AskService::nothingToChange);
      Proposed proposed = followUps.edited(invocation.caller(), topic, input.edit().get());
      Asked asked =
          new Asked(input.question().orElse(proposed.paraphrase()), conversation, invocation);
      Turn turn = replies.answered(asked, proposed, before);
      hints.corrected(
          invocation.caller(), last.orElseThrow().answer(), input.edit().get(), turn.answer());
      return turn;
    }
    Optional<Choices.Chosen> chosen =
        input
            .choice()
            .map(number -> Choices.numbered(memory.choices(), number))
            .or(() -> Choices.said(memory.choices(), input.question().orElseThrow()));
    if (chosen.isPresent()) {
      String question = input.question().orElse(chosen.get().choice().label());
      return chosen(Asked.of(input, question, conversation, invocation), chosen.get(), last.get());
    }
    Asked asked = Asked.of(input, input.question().orElseThrow().strip(), conversation, invocation);
    Optional<Edit.Request> request =
        last.isPresent() ? FollowUpReader.request(asked.question()) : Optional.empty();
    if (request.isPresent()) {
      return requested(asked, request.get(), last.get());
    }
    Optional<Turn> redrawn = last.flatMap(kept -> Redrawing.said(asked, kept));
    if (redrawn.isPresent()) {
      return redrawn.get();
    }
    Optional<String> source = input.source().or(() -> last.flatMap(kept -> kept.answer().source()));
    Turn turn = judged(asked, source, input.source().isPresent(), memory, before);
    last.ifPresent(kept -> hints.reworded(invocation.caller(), kept.answer(), turn.answer()));
    return turn;
  }

  /** What people approved, and what was said before, are not looked at: a planner is to plan. */
  private Turn planned(
      PlannedAnew anew, AskInput input, String conversation, Invocation invocation, Memory memory) {
    Asked asked = Asked.of(input, anew.question(), conversation, invocation);
    Turn turn = read(asked, anew.source(), input.source().isPresent(), memory, anew.before());
    return anew.versionOf()
        .map(first -> new Turn(turn.answer().asVersionOf(first), turn.memory()))
        .orElse(turn);
  }

  private static AlidadeException nothingToChange() {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT, "The conversation has no answer to change; ask a question first");
  }

  private Turn judged(
      Asked asked,
      Optional<String> source,
      boolean sourceSaid,
      Memory memory,
      Optional<String> before) {
    Caller caller = asked.invocation().caller();
    Optional<Turn> approved = approved(asked, source, sourceSaid, before);
    if (approved.isPresent()) {
      return approved.get();
    }
    Optional<Topic> topic =
        memory.topic().filter(one -> source.map(one.source()::equals).orElse(true));
    FollowUps.Verdict verdict =
        topic
            .map(
                one ->
                    followUps.judge(
                        caller,
                        asked.question(),
                        one,
                        text -> reader.readOne(caller, text, one.source())))
            .orElseGet(FollowUps.Verdict.Anew::new);
    return switch (verdict) {
      case FollowUps.Verdict.Changed changed -> replies.answered(asked, changed.proposed(), before);
      case FollowUps.Verdict.Unclear unclear ->
          replies.asksBack(asked, unclear.choices(), unclear.why(), memory);
      case FollowUps.Verdict.Lost lost ->
          replies.abstains(asked, lost.unexplained(), source, memory);
      case FollowUps.Verdict.Anew anew -> read(asked, source, sourceSaid, memory, before);
    };
  }

  /** What was approved may no longer run, when tables have changed since; then it is planned. */
  private Optional<Turn> approved(
      Asked asked, Optional<String> source, boolean sourceSaid, Optional<String> before) {
    Caller caller = asked.invocation().caller();
    Optional<Proposed> approved = verified.find(caller, asked.question(), source);
    if (approved.isEmpty() && source.isPresent() && !sourceSaid) {
      approved = verified.find(caller, asked.question(), Optional.empty());
    }
    try {
      return approved.map(proposed -> replies.whole(asked, proposed, before));
    } catch (AlidadeException failure) {
      if (failure.code().type() == ErrorType.USER) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private Turn read(
      Asked asked,
      Optional<String> source,
      boolean sourceSaid,
      Memory memory,
      Optional<String> before) {
    Caller caller = asked.invocation().caller();
    SourceReader.Outcome outcome = reader.read(caller, asked.question(), source);
    Optional<String> where = source;
    if (source.isPresent() && !sourceSaid && outcome.decision() instanceof Decision.Abstain) {
      // A new question may be about another source than the last one.
      SourceReader.Outcome wider = reader.read(caller, asked.question(), Optional.empty());
      boolean answers = wider.decision() instanceof Decision.Answer;
      outcome = answers ? wider : outcome;
      where = answers ? Optional.empty() : where;
    }
    if (!outcome.readings().isEmpty()) {
      asked
          .invocation()
          .reached(
              "understood",
              Map.of("understood", outcome.readings().getFirst().candidate().understood()));
    }
    SourceReader.Outcome consulted =
        reader.consult(planners.opinion(asked.planner()), asked, where, outcome);
    Optional<Trust> confirmed =
        consulted.decision() instanceof Decision.Answer answer
            ? verified.confirmed(caller, answer.reading(), consulted.notes())
            : Optional.empty();
    return replies.decided(asked, consulted, confirmed, where, memory, before);
  }

  private Turn chosen(Asked asked, Choices.Chosen chosen, ConversationStore.Kept last) {
    Memory.Choice choice = chosen.choice();
    if (choice.sql().isEmpty() && choice.topic().isEmpty()) {
      Asked instead = asked.instead(choice.question());
      Optional<String> before = Optional.of(last.answer().turn());
      Turn turn = read(instead, choice.source(), false, last.memory(), before);
      hints.reworded(asked.invocation().caller(), last.answer(), turn.answer());
      return turn;
    }
    return replies.chosen(asked, chosen, last.answer());
  }

  private Turn requested(Asked asked, Edit.Request request, ConversationStore.Kept last) {
    return switch (request) {
      case EXPLAIN -> replies.explained(asked, last);
      case START_OVER ->
          replies.startsOver(
              asked, suggestions.suggest(asked.invocation().caller(), Optional.empty()));
      case UNDO -> undone(asked, last);
    };
  }

  private Turn undone(Asked asked, ConversationStore.Kept last) {
    Caller caller = asked.invocation().caller();
    Optional<Memory> earlier =
        last.memory()
            .before()
            .flatMap(turn -> conversations.turn(caller, asked.conversation(), turn))
            .map(ConversationStore.Kept::memory);
    Optional<Topic> topic = earlier.flatMap(Memory::topic);
    return topic.isEmpty()
        ? replies.nothingToUndo(asked, last.memory())
        : replies.answered(
            asked,
            followUps.proposed(
                topic.get(), Optional.of("everything of the answer before"), List.of()),
            earlier.get().before());
  }

  private static String seenAs(
      CatalogService catalog, QueryService queries, Caller caller, Optional<String> source) {
    Access access = queries.access(caller);
    return source.map(List::of).orElseGet(() -> catalog.sources(caller)).stream()
        .map(access::fingerprint)
        .collect(Collectors.joining());
  }
}
