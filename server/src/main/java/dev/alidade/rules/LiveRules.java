package dev.alidade.rules;

import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Limits;
import dev.alidade.policy.Role;
import dev.alidade.policy.TablePolicy;
import dev.alidade.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The rules of the file and of the store as they are now. What this process changes holds at once;
 * what another process changes in the same store, within a second.
 */
public final class LiveRules {
  private static final Duration LONGEST_UNSEEN = Duration.ofSeconds(1);

  private final FileRules file;
  private final Supplier<? extends Collection<String>> sources;
  private final RuleStore store;
  private final RuleReader reader;
  private final Supplier<Map<String, Limits>> callerLimits;
  private final Supplier<String> hashKey;
  private final Clock clock;
  private volatile Optional<Seen> seen = Optional.empty();

  /**
   * Rules of {@code file} and {@code database} on the sources of the moment.
   *
   * @param callerLimits limits of callers who are kept in the store
   * @param hashKey the secret of masks that hash, asked for where one does
   */
  public LiveRules(
      FileRules file,
      Supplier<? extends Collection<String>> sources,
      Database database,
      RuleReader reader,
      Supplier<Map<String, Limits>> callerLimits,
      Supplier<String> hashKey,
      Clock clock) {
    this.file = file;
    this.sources = sources;
    this.store = new RuleStore(database);
    this.reader = reader;
    this.callerLimits = callerLimits;
    this.hashKey = hashKey;
    this.clock = clock;
  }

  private record Seen(
      KeptRules kept,
      Map<String, Limits> callerLimits,
      AccessRules rules,
      long version,
      Instant lookedAt) {
    Seen at(Instant moment) {
      return new Seen(kept, callerLimits, rules, version, moment);
    }
  }

  /** What is in force. */
  public AccessRules now() {
    return seen().rules();
  }

  /** What is wrong with rules of the store, a sentence each. */
  public List<String> problems() {
    return seen().kept().problems();
  }

  /** Looks at the store again, which this process has changed. */
  public void changed() {
    look(true);
  }

  /** Other sources are there now: rules may have found or lost what they name. */
  public void sourcesChanged() {
    seen = Optional.empty();
  }

  /** What would be in force with these in the places of what has their names. */
  AccessRules with(Optional<Role> role, Optional<TablePolicy> policy) {
    Seen now = seen();
    return now.kept().rules(role, policy, now.callerLimits(), hashKey);
  }

  /** What would be in force without a role of the store. */
  AccessRules without(String role) {
    Seen now = seen();
    KeptRules kept = now.kept();
    KeptRules rest =
        new KeptRules(
            kept.file(),
            kept.roles().stream().filter(each -> !each.name().equals(role)).toList(),
            kept.policies(),
            kept.unread().withoutRole(role));
    return rest.rules(now.callerLimits(), hashKey);
  }

  FileRules file() {
    return file;
  }

  KeptRules kept() {
    return seen().kept();
  }

  RuleStore store() {
    return store;
  }

  RuleReader reader() {
    return reader;
  }

  private Seen seen() {
    Optional<Seen> last = seen;
    return last.isPresent() && isFresh(last.get()) ? last.get() : look(false);
  }

  /** A clock that was set back makes nothing fresh. */
  private boolean isFresh(Seen last) {
    Duration age = Duration.between(last.lookedAt(), clock.instant());
    return !age.isNegative() && age.compareTo(LONGEST_UNSEEN) < 0;
  }

  private synchronized Seen look(boolean evenIfFresh) {
    Optional<Seen> last = seen;
    if (last.isPresent() && !evenIfFresh && isFresh(last.get())) {
      return last.get();
    }
    Instant now = clock.instant();
    boolean same = last.isPresent() && last.get().version() == store.version();
    Seen next = same ? last.get().at(now) : read(now);
    seen = Optional.of(next);
    return next;
  }

  private Seen read(Instant now) {
    RuleStore.Content content = store.read();
    KeptRules kept = KeptRules.of(file, content, reader, Set.copyOf(sources.get()));
    Map<String, Limits> limits = new HashMap<>(callerLimits.get());
    limits.putAll(file.callerLimits());
    return new Seen(kept, limits, kept.rules(limits, hashKey), content.version(), now);
  }
}
