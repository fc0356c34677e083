package dev.alidade.ask;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.explain.Paraphraser;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.verified.PlanShape;
import dev.alidade.ask.verified.VerifiedMatch;
import dev.alidade.ask.verified.VerifiedMatcher;
import dev.alidade.ask.verified.VerifiedPair;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.base.Caller;
import dev.alidade.catalog.CatalogService;
import dev.alidade.query.QueryService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Answers with what a person approved, before anything is planned. Of an answer that the caller may
 * not run nothing is known: it is as if nobody had approved it.
 */
final class VerifiedAnswers {
  private static final Duration UNUSED = Duration.ofMinutes(2);

  private final CatalogService catalog;
  private final SourceReader reader;
  private final SourceMaps maps;
  private final QueryService queries;
  private final Experience experience;
  private final Cache<SourceMap, ApprovedMatches> matches =
      Caches.builder().weakKeys().maximumSize(100).expireAfterAccess(UNUSED).build();

  VerifiedAnswers(
      CatalogService catalog,
      SourceReader reader,
      SourceMaps maps,
      QueryService queries,
      Experience experience) {
    this.catalog = catalog;
    this.reader = reader;
    this.maps = maps;
    this.queries = queries;
    this.experience = experience;
  }

  /** The approved answer of a question; none where sources have several. */
  Optional<Proposed> find(Caller caller, String question, Optional<String> source) {
    List<String> names = source.map(List::of).orElseGet(() -> catalog.sources(caller));
    List<VerifiedMatch> found = new ArrayList<>();
    for (String name : names) {
      if (catalog.available(caller, name).isPresent()) {
        match(caller, question, name).ifPresent(found::add);
      }
    }
    return found.size() == 1 ? Optional.of(proposed(question, found.getFirst())) : Optional.empty();
  }

  private Optional<VerifiedMatch> match(Caller caller, String question, String source) {
    return matches(caller, source)
        .of(question)
        .filter(match -> mayRun(caller, source, match.sql()));
  }

  private ApprovedMatches matches(Caller caller, String source) {
    SourceMap map = maps.of(caller, source);
    List<VerifiedPair> taught = experience.pairs(source);
    ApprovedMatches known = matches.getIfPresent(map);
    if (known == null || !known.isBy(taught)) {
      known =
          new ApprovedMatches(
              new VerifiedMatcher(map, reader.dialect(source)),
              taught,
              pairs(caller, source, taught));
      matches.put(map, known);
    }
    return known;
  }

  /** Those of the semantic model, and those that were approved since. */
  private List<VerifiedPair> pairs(Caller caller, String source, List<VerifiedPair> taught) {
    Domain domain = reader.domain(caller, source);
    return Stream.concat(
            taught.stream(),
            domain.model().verifiedQuestions().stream().map(one -> VerifiedPair.of(source, one)))
        .toList();
  }

  private boolean mayRun(Caller caller, String source, String sql) {
    try {
      return queries.check(caller, source, sql).governed().isPresent();
    } catch (AlidadeException gone) {
      return false;
    }
  }

  private static Proposed proposed(String question, VerifiedMatch match) {
    List<String> reasons = new ArrayList<>();
    reasons.add(approval(match.pair(), "This question and its answer were approved"));
    if (!match.changes().isEmpty()) {
      reasons.add(
          match.changes().stream()
              .map(
                  change ->
                      "\"%s\" takes the place of \"%s\"".formatted(change.after(), change.before()))
              .collect(Collectors.joining(", ", "Only values differ: ", "")));
    }
    Trust trust = Trust.verified(1, Trust.Approval.of(match.pair()), reasons);
    return new Proposed(
        match.pair().source(),
        match.sql(),
        match.plan().map(Paraphraser::sentence).orElse("The approved answer to: " + question),
        trust,
        List.of(),
        match.plan().map(plan -> FollowUps.approved(question, match.pair().source(), plan)),
        Optional.empty());
  }

  /** A reading whose plan is an approved one but for its values. */
  Optional<Trust> confirmed(Caller caller, Reading reading, List<String> notes) {
    return reading.candidate().unexplained().isEmpty()
        ? experience.pairs(reading.source()).stream()
            .filter(pair -> isOfShape(pair, reading) && mayRun(caller, pair.source(), pair.sql()))
            .findFirst()
            .map(
                pair ->
                    Trust.verified(
                            reading.confidence(),
                            Trust.Approval.of(pair),
                            Stream.concat(
                                    Stream.of(
                                        approval(
                                            pair,
                                            "An answer of this kind, with values of its own, was approved"),
                                        "Every word of the question that carries meaning is accounted for"),
                                    notes.stream())
                                .toList())
                        .by(Optional.of(reading.planner())))
        : Optional.empty();
  }

  private static boolean isOfShape(VerifiedPair pair, Reading reading) {
    return pair.plan()
        .map(plan -> PlanShape.isSame(plan, reading.candidate().plan()))
        .orElse(false);
  }

  private static String approval(VerifiedPair pair, String what) {
    return what
        + pair.approvedBy().map(by -> " by " + by).orElse("")
        + pair.approvedAt().map(at -> " on " + at.toString().substring(0, 10)).orElse("");
  }
}
