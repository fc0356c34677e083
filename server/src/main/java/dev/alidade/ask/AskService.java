package dev.alidade.ask;

import dev.alidade.ask.explain.Paraphraser;
import dev.alidade.ask.plan.Understood;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.catalog.CatalogService;
import dev.alidade.chart.ChartChooser;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.Access;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.Meanings;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers questions in conversations; asks back or abstains where it is not sure. */
public final class AskService {
  private static final QueryLimits LIMITS = QueryLimits.INTERACTIVE.withRows(1_000);
  private static final int ROWS_OF_PROGRESS = 20;
  private static final int LONGEST_QUESTION = 2_000;

  private final QueryService queries;
  private final ConversationStore conversations;
  private final SourceReader reader;
  private final Suggestions suggestions;

  /**
   * Answers from {@code sources} in the light of {@code meanings}; plans with {@code questions},
   * made when first used, and asks {@code second} as well; runs with {@code queries}.
   */
  public AskService(
      Sources sources,
      CatalogService catalog,
      Meanings meanings,
      QueryService queries,
      Supplier<QuestionReader> questions,
      SecondOpinion second,
      Database database,
      Clock clock) {
    this.queries = queries;
    this.conversations =
        new ConversationStore(
            database, clock, (caller, source) -> seenAs(catalog, queries, caller, source));
    this.reader = new SourceReader(sources, catalog, meanings, questions, second);
    this.suggestions = new Suggestions(catalog, reader);
  }

  /** Reads the question, decides, runs what was decided, and keeps the turn. */
  public AskOutput ask(AskInput input, Invocation invocation) {
    String question = input.question().strip();
    if (question.isEmpty() || question.length() > LONGEST_QUESTION) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`question` must have 1 to %,d characters; write what you want to know"
              .formatted(LONGEST_QUESTION));
    }
    Caller caller = invocation.caller();
    input
        .conversation()
        .ifPresent(conversation -> conversations.check(caller.name(), conversation));
    Draft draft =
        new Draft(question, input.conversation().orElseGet(ConversationStore::newId), invocation);
    AskOutput answer =
        input
            .conversation()
            .flatMap(conversation -> conversations.last(caller, conversation))
            .flatMap(before -> chosenBefore(before, question))
            .map(option -> chosen(draft, option))
            .orElseGet(() -> read(draft, input.source().or(() -> sourceOf(caller, input))));
    conversations.add(caller, answer);
    return answer;
  }

  /** Conversations of the caller. */
  ConversationStore conversations() {
    return conversations;
  }

  /** Questions that can be answered. */
  Suggestions suggestions() {
    return suggestions;
  }

  private record Draft(String question, String conversation, Invocation invocation) {}

  private static String seenAs(
      CatalogService catalog, QueryService queries, Caller caller, Optional<String> source) {
    Access access = queries.access(caller);
    return source.map(List::of).orElseGet(() -> catalog.sources(caller)).stream()
        .map(access::fingerprint)
        .collect(Collectors.joining());
  }

  private Optional<String> sourceOf(Caller caller, AskInput input) {
    return input
        .conversation()
        .flatMap(conversation -> conversations.last(caller, conversation))
        .flatMap(AskOutput::source);
  }

  private static Optional<AskOption> chosenBefore(AskOutput before, String question) {
    return before.options().stream()
        .flatMap(List::stream)
        .filter(option -> option.question().equalsIgnoreCase(question) && option.sql().isPresent())
        .findFirst();
  }

  private AskOutput read(Draft draft, Optional<String> source) {
    SourceReader.Outcome outcome = reader.read(draft.invocation.caller(), draft.question, source);
    if (!outcome.readings().isEmpty()) {
      draft.invocation.reached(
          "understood",
          Map.of("understood", outcome.readings().getFirst().candidate().understood()));
    }
    return decided(
        draft, reader.consult(draft.invocation, draft.question, source, outcome), source);
  }

  private AskOutput decided(Draft draft, SourceReader.Outcome outcome, Optional<String> source) {
    return switch (outcome.decision()) {
      case Decision.Answer answer -> answered(draft, answer.reading(), outcome.notes());
      case Decision.Unplanned written -> unplanned(draft, written, outcome.notes());
      case Decision.Clarify clarify -> clarify(draft, clarify.choices(), outcome.notes());
      case Decision.Abstain abstain -> abstain(draft, outcome, abstain, source);
    };
  }

  private AskOutput answered(Draft draft, Reading reading, List<String> notes) {
    return run(
        draft,
        reading.source(),
        reading.sql(),
        Paraphraser.sentence(reading.candidate().plan()),
        Trust.of(reading, notes),
        reading.candidate().understood());
  }

  private AskOutput unplanned(Draft draft, Decision.Unplanned written, List<String> notes) {
    return run(
        draft,
        written.source(),
        written.sql(),
        written.meaning(),
        Trust.of(written, notes),
        List.of());
  }

  private AskOutput chosen(Draft draft, AskOption option) {
    Trust trust =
        new Trust(Trust.Label.INFERRED, 1, List.of("You chose this reading of the question"));
    return run(
        draft,
        option.source().orElseThrow(),
        option.sql().orElseThrow(),
        option.label(),
        trust,
        List.of());
  }

  private AskOutput run(
      Draft draft,
      String source,
      String sql,
      String paraphrase,
      Trust trust,
      List<Understood> understood) {
    Invocation invocation = draft.invocation;
    invocation.reached("planned", Map.of("paraphrase", paraphrase, "sql", sql));
    invocation.reached("running", Map.of("source", source));
    Rows rows =
        Rows.collect(
            queries.run(
                new QueryRequest(
                        invocation.caller(),
                        source,
                        sql,
                        Parameters.NONE,
                        LIMITS,
                        invocation.cancellation())
                    .answering(draft.question)));
    invocation.reached(
        "rows",
        Map.of(
            "columns",
            rows.columns(),
            "rows",
            rows.rows().subList(0, Math.min(ROWS_OF_PROGRESS, rows.rows().size()))));
    return new AskOutput(
        AskStatus.ANSWERED,
        draft.conversation,
        ConversationStore.newId(),
        draft.question,
        Optional.of(source),
        Optional.of(rows.sql()),
        Optional.of(paraphrase),
        rows.columns(),
        rows.rows(),
        rows.truncated(),
        ChartChooser.choose(paraphrase, rows.columns(), rows.rows()),
        trust,
        rows.rows().isEmpty() ? "There are no rows that fit." : paraphrase,
        understood,
        List.of(),
        Optional.empty(),
        Optional.of(new AskOutput.Statistics(rows.elapsed().toMillis(), rows.rows().size())));
  }

  private AskOutput clarify(Draft draft, List<Reading> choices, List<String> notes) {
    boolean oneSource = choices.stream().map(Reading::source).distinct().count() == 1;
    List<AskOption> options =
        choices.stream()
            .map(
                reading -> {
                  String label = Paraphraser.sentence(reading.candidate().plan());
                  String whole = oneSource ? label : label + " (from " + reading.source() + ")";
                  return new AskOption(
                      whole, whole, Optional.of(reading.sql()), Optional.of(reading.source()));
                })
            .toList();
    return silent(
        draft,
        AskStatus.CLARIFY,
        oneSource ? Optional.of(choices.getFirst().source()) : Optional.empty(),
        told("The question can be read in more than one way; choose what you mean.", notes),
        choices.getFirst().candidate().understood(),
        List.of(),
        Optional.of(options));
  }

  private AskOutput abstain(
      Draft draft,
      SourceReader.Outcome outcome,
      Decision.Abstain abstain,
      Optional<String> source) {
    List<String> words = abstain.unexplained();
    String explanation =
        words.isEmpty()
            ? "I am not sure what is asked. Name the table or column you mean, or ask in a simpler way."
            : "I do not know what \"%s\" means here. Use names or values of the source, or ask without."
                .formatted(String.join("\", \"", words));
    List<Understood> understood =
        outcome.readings().isEmpty()
            ? List.of()
            : outcome.readings().getFirst().candidate().understood();
    return silent(
        draft,
        AskStatus.ABSTAIN,
        source,
        told(explanation, outcome.notes()),
        understood,
        words,
        Optional.empty());
  }

  private static String told(String explanation, List<String> notes) {
    return Stream.concat(Stream.of(explanation), notes.stream()).collect(Collectors.joining(" "));
  }

  private static AskOutput silent(
      Draft draft,
      AskStatus status,
      Optional<String> source,
      String explanation,
      List<Understood> understood,
      List<String> unexplained,
      Optional<List<AskOption>> options) {
    return new AskOutput(
        status,
        draft.conversation,
        ConversationStore.newId(),
        draft.question,
        source,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        Trust.none(List.of(explanation)),
        explanation,
        understood,
        unexplained,
        options,
        Optional.empty());
  }
}
