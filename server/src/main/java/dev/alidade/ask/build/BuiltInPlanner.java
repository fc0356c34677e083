package dev.alidade.ask.build;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.ask.ground.Grounder;
import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Lexicon;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.plan.Candidate;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.Planner;
import dev.alidade.ask.plan.Understood;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Token;
import dev.alidade.base.Caches;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.semantic.SemanticModel;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The planner that needs no language model: a beam parser over the lattice, ranked by weights. */
public final class BuiltInPlanner implements Planner {
  // What is prepared holds what it was made of, which would otherwise stay for as long as the
  // cache.
  private static final Duration UNUSED = Duration.ofMinutes(2);

  private static final int BEAM = 60;
  private static final int MOST_READINGS = 40;
  private static final int MOST_CANDIDATES = 12;
  private static final int MOST_WHEN_TRAINING = 40;
  private static final Feature EACH_LOST = Feature.of("each.lost");
  private static final int LONGEST_QUESTION = 80;

  private final Weights weights;
  private final Lexicon lexicon = Lexicon.english();
  private final Parser parser;
  private final Clock clock;
  private final int mostCandidates;
  // Callers who see different parts of a source know it differently.
  private final Cache<SourceKnowledge, Prepared> prepared =
      Caches.builder().weakKeys().maximumSize(100).expireAfterAccess(UNUSED).build();

  private record Prepared(
      SemanticModel model,
      Grounder grounder,
      JoinGraph graph,
      Composer composer,
      LocalDate day,
      LocalDate latest) {}

  /** A plan with its score; what else there is to say of it is found out for the best ones only. */
  private record Judged(
      State state, Plan plan, List<State.Weighed> ofWhole, List<String> lost, double score) {}

  /** A planner with these weights; relative dates count from the clock. */
  public BuiltInPlanner(Weights weights, Clock clock) {
    this(weights, clock, MOST_CANDIDATES);
  }

  /** A planner that gives more candidates, for learning weights from them. */
  public static BuiltInPlanner forTraining(Weights weights, Clock clock) {
    return new BuiltInPlanner(weights, clock, MOST_WHEN_TRAINING);
  }

  private BuiltInPlanner(Weights weights, Clock clock, int mostCandidates) {
    this.mostCandidates = mostCandidates;
    this.weights = weights;
    this.parser = new Parser(weights, lexicon, BEAM);
    this.clock = clock;
  }

  @Override
  public List<Candidate> plan(Question question, Domain domain) {
    if (question.tokens().isEmpty() || question.tokens().size() > LONGEST_QUESTION) {
      return List.of();
    }
    Prepared source = prepare(domain);
    Lattice lattice = source.grounder.ground(question, source.latest);
    WholeFeatures whole = new WholeFeatures(lattice, source.graph);
    Map<Plan, Judged> judged = new LinkedHashMap<>();
    int readings = 0;
    for (State state : parser.read(lattice, source.graph)) {
      if (readings++ >= MOST_READINGS) {
        break;
      }
      for (Composer.Composed composed : source.composer.compose(state)) {
        Judged one = judge(state, composed, lattice, whole);
        judged.merge(
            composed.plan(), one, (known, other) -> known.score >= other.score ? known : other);
      }
    }
    return judged.values().stream()
        .sorted(Comparator.comparingDouble((Judged one) -> -one.score))
        .limit(mostCandidates)
        .map(one -> candidate(one, lattice))
        .toList();
  }

  @Override
  public List<String> unknown(Question question, Domain domain) {
    Prepared source = prepare(domain);
    Lattice lattice = source.grounder.ground(question, source.latest);
    List<String> unknown = new ArrayList<>();
    for (int at = 0; at < lattice.size(); at++) {
      int position = at;
      Token token = question.tokens().get(at);
      boolean covered =
          lattice.all().stream()
              .anyMatch(
                  mention ->
                      !(mention instanceof Mention.OfText)
                          && mention.span().start() <= position
                          && position < mention.span().end());
      if (lattice.isContent(at) && !covered && !lexicon.isLightWord(token.lemma())) {
        unknown.add(token.text());
      }
    }
    return unknown;
  }

  private Judged judge(
      State state, Composer.Composed composed, Lattice lattice, WholeFeatures whole) {
    List<State.Weighed> ofWhole = new ArrayList<>(composed.features());
    ofWhole.addAll(whole.of(composed.plan()));
    List<String> lost = LostGroups.of(composed.plan(), Chain.list(state.used), lattice);
    double score = state.score + weights.of(EACH_LOST) * lost.size();
    for (State.Weighed weighed : ofWhole) {
      score += weights.of(weighed.feature()) * weighed.value();
    }
    return new Judged(state, composed.plan(), ofWhole, lost, score);
  }

  private Candidate candidate(Judged judged, Lattice lattice) {
    State state = judged.state;
    Map<String, Double> features = new HashMap<>();
    for (State.Weighed weighed : Chain.list(state.features)) {
      features.merge(weighed.feature().name(), weighed.value(), Double::sum);
    }
    for (State.Weighed weighed : judged.ofWhole) {
      features.merge(weighed.feature().name(), weighed.value(), Double::sum);
    }
    List<Understood> understood = new ArrayList<>();
    for (Mention mention : Chain.list(state.used)) {
      boolean linking =
          mention instanceof Mention.OfOperator operator
              && (operator.kind() == dev.alidade.ask.ground.OperatorKind.LINK
                  || operator.kind() == dev.alidade.ask.ground.OperatorKind.AND
                  || operator.kind() == dev.alidade.ask.ground.OperatorKind.ASK);
      if (!linking) {
        understood.add(
            new Understood(lattice.question().written(mention.span()), mention.meaning()));
      }
    }
    List<String> unexplained = new ArrayList<>(judged.lost);
    if (state.subject != null) {
      // A column that nothing was said of is not part of the plan.
      unexplained.add(lattice.question().written(Chain.list(state.used).getLast().span()));
    }
    for (int position : Chain.list(state.skipped)) {
      Token token = lattice.question().tokens().get(position);
      if (!lexicon.isLightWord(token.lemma())) {
        unexplained.add(token.text());
      }
    }
    return new Candidate(judged.plan, judged.score, features, understood, unexplained);
  }

  @SuppressWarnings("ReferenceEquality") // the same model, not an equal one
  private Prepared prepare(Domain domain) {
    SourceKnowledge knowledge = domain.knowledge();
    Prepared known = prepared.getIfPresent(knowledge);
    LocalDate today = LocalDate.now(clock);
    if (known != null && known.model == domain.model() && known.day.equals(today)) {
      return known;
    }
    JoinGraph graph = new JoinGraph(domain);
    Prepared fresh =
        new Prepared(
            domain.model(),
            new Grounder(domain, lexicon),
            graph,
            new Composer(graph),
            today,
            LatestDay.of(knowledge, clock));
    prepared.put(knowledge, fresh);
    return fresh;
  }
}
