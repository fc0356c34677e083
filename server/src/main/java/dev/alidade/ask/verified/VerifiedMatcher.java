package dev.alidade.ask.verified;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.ask.compile.PlanValidator;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.base.Caches;
import dev.alidade.sql.Dialect;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Matches questions with approved ones of a source: the same words, other values at most. */
public final class VerifiedMatcher {
  private final SourceMap map;
  private final Dialect dialect;
  private final Tokenizer tokenizer = new Tokenizer();
  // Approved questions are read again and again; so are their words.
  private final Cache<Read, Wording> wordings = Caches.builder().maximumSize(1_000).build();
  private final Cache<String, Set<String>> words = Caches.builder().maximumSize(5_000).build();

  private record Read(String question, LocalDate today) {}

  /** A matcher in the light of what a caller may know of a source. */
  public VerifiedMatcher(SourceMap map, Dialect dialect) {
    this.map = map;
    this.dialect = dialect;
  }

  /** The first of {@code pairs} that answers the question. */
  public Optional<VerifiedMatch> match(String question, List<VerifiedPair> pairs) {
    Set<String> asked = wordsOf(question);
    List<VerifiedPair> near =
        pairs.stream()
            .filter(pair -> sharesMost(asked, words.get(pair.question(), this::wordsOf)))
            .toList();
    if (near.isEmpty()) {
      return Optional.empty();
    }
    Wording after = Wording.of(question, map, map.today());
    return near.stream().flatMap(pair -> match(after, pair).stream()).findFirst();
  }

  /** Cheap: only values may differ, and a question is more than those. */
  private static boolean sharesMost(Set<String> left, Set<String> right) {
    Set<String> shared = new HashSet<>(left);
    shared.retainAll(right);
    return shared.size() * 2 >= Math.min(left.size(), right.size());
  }

  private Set<String> wordsOf(String text) {
    Set<String> found = new HashSet<>();
    tokenizer.read(text).tokens().stream().map(Token::lemma).forEach(found::add);
    return found;
  }

  private Optional<VerifiedMatch> match(Wording after, VerifiedPair pair) {
    Wording before =
        wordings.get(
            new Read(pair.question(), pair.readOn().orElse(map.today())),
            read -> Wording.of(read.question(), map, read.today()));
    return Alignment.of(before, after)
        .flatMap(slots -> filled(pair, before, after, slots))
        .filter(match -> match.plan().map(this::isSound).orElse(true));
  }

  private Optional<VerifiedMatch> filled(
      VerifiedPair pair, Wording before, Wording after, List<Slot> slots) {
    List<VerifiedMatch.Change> changes =
        slots.stream()
            .filter(slot -> !slot.isSame())
            .map(
                slot ->
                    new VerifiedMatch.Change(
                        before.written(slot.before()), after.written(slot.after())))
            .toList();
    return pair.plan().isPresent()
        ? PlanSlots.filled(pair.plan().get(), before, slots)
            .map(
                plan ->
                    new VerifiedMatch(
                        pair, Optional.of(plan), new PlanCompiler(dialect).compile(plan), changes))
        : SqlSlots.filled(pair.sql(), dialect, before, after, slots)
            .map(sql -> new VerifiedMatch(pair, Optional.empty(), sql, changes));
  }

  /** Whether all that an approved plan reads is still there. */
  private boolean isSound(Plan plan) {
    return new PlanValidator(map.knowledge()).problems(plan).isEmpty();
  }
}
