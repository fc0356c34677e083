package dev.alidade.ask.model;

import dev.alidade.base.Reuse;
import dev.alidade.base.ReuseCount;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A model whose use is counted, whose cost is capped, and whose answers are kept for a while. */
public final class MeteredModel {
  private final ModelSettings settings;
  private final LanguageModel model;
  private final Spending spending;
  private final KeptAnswers kept;
  private final Flights flights = new Flights();
  private final ReuseCount reuse = new ReuseCount();
  private final Clock clock;

  /** Counts the use of {@code model} in {@code database}, and keeps there what it says. */
  public MeteredModel(ModelSettings settings, LanguageModel model, Database database, Clock clock) {
    this.settings = settings;
    this.model = model;
    this.spending = new Spending(settings, new UsageBook(database), clock);
    this.kept = new KeptAnswers(settings.name(), settings.keep(), new AnswerBook(database), clock);
    this.clock = clock;
  }

  /** How it is configured. */
  public ModelSettings settings() {
    return settings;
  }

  /**
   * The answer, kept or new; one call is made for all who ask the very same at once.
   *
   * @param useful whether a new answer is worth keeping; one that is not is asked for again
   * @param spent takes what each try cost
   */
  Told answer(Prompt prompt, Predicate<String> useful, Consumer<Usage> spent) {
    String key = PromptKey.of(settings, prompt.request());
    Optional<KeptAnswer> known = prompt.fresh() ? Optional.empty() : kept.find(key);
    if (known.isPresent()) {
      reuse.hit();
      return new Told(known.get().text(), known.map(KeptAnswer::at));
    }
    Flights.Landed landed =
        flights.join(key, prompt.cancellation(), () -> asked(key, prompt, useful, spent));
    if (landed.shared()) {
      reuse.hit();
      return new Told(landed.text(), Optional.of(clock.instant()));
    }
    reuse.miss();
    return new Told(landed.text(), Optional.empty());
  }

  private String asked(String key, Prompt prompt, Predicate<String> useful, Consumer<Usage> spent) {
    String caller = prompt.caller().name();
    try (Spending.Reserved _ = spending.reserve(caller, prompt.request())) {
      Consumer<Tokens> count =
          tokens -> {
            spending.spent(caller, tokens);
            spent.accept(new Usage(1, tokens, settings.price().millionths(tokens)));
          };
      String text =
          model
              .answer(prompt.request(), new Listening(prompt.cancellation(), ignored -> {}, count))
              .text();
      if (useful.test(text)) {
        kept.keep(key, text);
      }
      return text;
    }
  }

  /** Keeps an answer that took more than one prompt as that to the first. */
  void keep(Prompt prompt, String answer) {
    kept.keep(PromptKey.of(settings, prompt.request()), answer);
  }

  /** How often a prompt was answered without asking the model. */
  Reuse reuse() {
    return reuse.soFar();
  }

  /** What was used today, by everybody or by one caller. */
  Usage today(Optional<String> caller) {
    return spending.today(caller);
  }
}
