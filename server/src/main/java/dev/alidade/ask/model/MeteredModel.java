package dev.alidade.ask.model;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.store.Database;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A model whose use is counted, whose cost is capped, and whose answers are kept for a while. */
public final class MeteredModel {
  private static final int MOST_KEPT = 1_000;

  private final ModelSettings settings;
  private final LanguageModel model;
  private final Spending spending;
  // The whole prompt is the key: whoever asks the very same may see the very same.
  private final Cache<ModelRequest, String> kept;

  /** Counts the use of {@code model} in {@code database}. */
  public MeteredModel(ModelSettings settings, LanguageModel model, Database database, Clock clock) {
    this.settings = settings;
    this.model = model;
    this.spending = new Spending(settings, new UsageBook(database), clock);
    this.kept =
        Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(settings.keep())
            .ticker(ticker(clock))
            .build();
  }

  private static Ticker ticker(Clock clock) {
    return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
  }

  /** How it is configured. */
  public ModelSettings settings() {
    return settings;
  }

  /**
   * The answer, kept or new.
   *
   * @param spent takes what each try cost
   */
  String answer(
      Caller caller,
      ModelRequest request,
      Cancellation cancellation,
      Consumer<String> text,
      Consumer<Usage> spent) {
    String known = kept.getIfPresent(request);
    if (known != null) {
      text.accept(known);
      return known;
    }
    try (Spending.Reserved _ = spending.reserve(caller.name(), request)) {
      Consumer<Tokens> count =
          tokens -> {
            spending.spent(caller.name(), tokens);
            spent.accept(new Usage(1, tokens, settings.price().millionths(tokens)));
          };
      return model.answer(request, new Listening(cancellation, text, count)).text();
    }
  }

  /** Keeps an answer that was of use; one that was not is asked for again. */
  void keep(ModelRequest request, String answer) {
    if (!settings.keep().isZero()) {
      kept.put(request, answer);
    }
  }

  /** What was used today, by everybody or by one caller. */
  Usage today(Optional<String> caller) {
    return spending.today(caller);
  }
}
