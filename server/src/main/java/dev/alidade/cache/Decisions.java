package dev.alidade.cache;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.Freshness;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Decides whether what is kept may be given, and whether what is read may be kept. */
final class Decisions {
  private static final String SAME_DATA = "The source says that its data are the same";

  private final Worth worth;
  private final Predicate<String> mayLieElsewhere;
  private final Predicate<CacheKey> isPinned;
  private final Clock clock;

  /**
   * {@code mayLieElsewhere} says of a source whether another instance may have a result, {@code
   * isPinned} of a statement whether somebody decided already that keeping it pays.
   */
  Decisions(
      Worth worth, Predicate<String> mayLieElsewhere, Predicate<CacheKey> isPinned, Clock clock) {
    this.worth = worth;
    this.mayLieElsewhere = mayLieElsewhere;
    this.isPinned = isPinned;
    this.clock = clock;
  }

  /** Whether {@code held} answers a statement, by asking its source where that is needed. */
  Decision of(CacheKey key, Optional<Held> held, SourceRule rule, CacheQuestion question) {
    if (rule.maxAge().isPresent() && held.isPresent()) {
      Optional<Decision> aged = aged(held.get(), rule.maxAge().get(), rule);
      if (aged.isPresent()) {
        return aged.get();
      }
    }
    if (question.asksServer() && rule.maxAge().isEmpty() && !isPinned.test(key)) {
      Optional<String> against = worth.against(key);
      if (against.isPresent() && !(worth.isNew(key) && mayLieElsewhere.test(key.source()))) {
        return Decision.pass(against.get());
      }
    }
    return switch (freshness(question)) {
      case Freshness.Known known -> known(known.version(), held, rule).heard(known.everywhere());
      case Freshness.Unknown unknown -> untold(unknown.why(), held, rule);
      case Freshness.Unsettled unsettled -> untold(unsettled.why(), held, rule);
      case Freshness.Changing changing -> Decision.pass(changing.why());
    };
  }

  /** Whether rows that were taken from another result may be given instead of {@code reading}. */
  Optional<Decision> ofTaken(
      CacheKey key, Held taken, Decision reading, SourceRule rule, CacheQuestion question) {
    String version = reading.version().orElse("");
    if (!version.isEmpty() && taken.origin().version().equals(version)) {
      return Optional.of(Decision.give(taken, CacheOutcome.State.HIT, SAME_DATA));
    }
    return rule.equals(SourceRule.EXACT)
        ? Optional.empty()
        : Optional.of(of(key, Optional.of(taken), rule, question))
            .filter(decision -> decision.given().isPresent());
  }

  private Optional<Decision> aged(Held held, Duration maxAge, SourceRule rule) {
    Duration age = age(held);
    if (age.compareTo(maxAge) <= 0) {
      String why = "It is younger than the %d s that were allowed".formatted(maxAge.toSeconds());
      return Optional.of(Decision.give(held, CacheOutcome.State.AGED, why));
    }
    return mayBeOlder(age.minus(maxAge), rule)
        ? Optional.of(Decision.refresh(held, ""))
        : Optional.empty();
  }

  private Decision known(String version, Optional<Held> held, SourceRule rule) {
    if (held.isEmpty()) {
      return Decision.read(version, "It was not asked before, or is kept no longer");
    }
    if (held.get().origin().version().equals(version)) {
      return Decision.give(held.get(), CacheOutcome.State.HIT, SAME_DATA);
    }
    return rule.maxAge().isEmpty() && mayBeOlder(age(held.get()), rule)
        ? Decision.refresh(held.get(), version)
        : Decision.read(version, "The data have changed since it was read");
  }

  private static Decision untold(String why, Optional<Held> held, SourceRule rule) {
    if (rule.maxAge().isEmpty()) {
      return Decision.pass(why);
    }
    return Decision.read(
        "",
        held.isPresent()
            ? "It is older than what was allowed"
            : "It was not asked before, or is kept no longer");
  }

  private Freshness freshness(CacheQuestion question) {
    long before = System.nanoTime();
    try {
      return question.engine().freshness(question.sql(), question.parameters());
    } catch (AlidadeException unreachable) {
      // Running the statement tells what is wrong, as it does without a cache.
      return new Freshness.Unsettled("The source could not tell whether its data changed");
    } finally {
      worth.asked(question.sql().source(), System.nanoTime() - before);
    }
  }

  private static boolean mayBeOlder(Duration age, SourceRule rule) {
    return rule.whileRevalidating().filter(most -> age.compareTo(most) <= 0).isPresent();
  }

  private Duration age(Held held) {
    return Duration.between(held.origin().readAt(), clock.instant());
  }
}
