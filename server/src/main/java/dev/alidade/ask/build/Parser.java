package dev.alidade.ask.build;

import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Lexicon;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the lattice from left to right, keeping the best readings at each word. */
final class Parser {
  private static final Feature SKIP_CONTENT = Feature.of("skip.content");
  private static final Feature SKIP_LIGHT = Feature.of("skip.light");
  private static final Feature SKIP_NUMBER = Feature.of("skip.number");
  private static final Feature SKIP_CAPITAL = Feature.of("skip.capital");
  private static final Feature SKIP_QUOTED = Feature.of("skip.quoted");
  private static final Feature WAITING = Feature.of("end.waiting");
  private static final Feature NEGATION_LEFT = Feature.of("end.negation-left");
  private static final Feature NOTHING_SHOWN = Feature.of("end.nothing-shown");

  private final Weights weights;
  private final Lexicon lexicon;
  private final int beam;
  private final TableRule tables = new TableRule();
  private final ColumnRule columns = new ColumnRule();
  private final MetricRule metrics = new MetricRule();
  private final ValueRule values = new ValueRule();
  private final NumberRule numbers = new NumberRule();
  private final PeriodRule periods = new PeriodRule();
  private final GrainRule grains = new GrainRule();
  private final TextRule texts = new TextRule();
  private final OperatorRule operators = new OperatorRule();

  Parser(Weights weights, Lexicon lexicon, int beam) {
    this.weights = weights;
    this.lexicon = lexicon;
    this.beam = beam;
  }

  /** Readings of the whole question, the best first. */
  List<State> read(Lattice lattice, JoinGraph graph) {
    Surroundings around = new Surroundings(lattice, graph);
    List<List<State>> byPosition = new ArrayList<>();
    for (int position = 0; position <= lattice.size(); position++) {
      byPosition.add(new ArrayList<>());
    }
    byPosition.getFirst().add(new State(weights));
    for (int position = 0; position < lattice.size(); position++) {
      for (State state : best(byPosition.get(position), beam)) {
        byPosition.get(position + 1).add(skip(state, lattice));
        for (Mention mention : lattice.startingAt(position)) {
          apply(state, mention, around, reached -> byPosition.get(reached.position).add(reached));
        }
      }
      byPosition.set(position, List.of());
    }
    List<State> finished = new ArrayList<>();
    for (State state : byPosition.get(lattice.size())) {
      finished.add(finish(state));
    }
    return best(finished, beam);
  }

  private void apply(
      State state, Mention mention, Surroundings around, java.util.function.Consumer<State> out) {
    switch (mention) {
      case Mention.OfTable table -> tables.apply(state, table, around, out);
      case Mention.OfColumn column -> columns.apply(state, column, around, out);
      case Mention.OfMetric metric -> metrics.apply(state, metric, around, out);
      case Mention.OfValue value -> values.apply(state, value, around, out);
      case Mention.OfNameColumns pair -> columns.applyPair(state, pair, around, out);
      case Mention.OfPart part -> values.applyPart(state, part, around, out);
      case Mention.OfFullName name -> values.applyFullName(state, name, around, out);
      case Mention.OfNumber number -> numbers.apply(state, number, around, out);
      case Mention.OfPeriod period -> periods.apply(state, period, around, out);
      case Mention.OfGrain grain -> grains.apply(state, grain, around, out);
      case Mention.OfTimePart part -> periods.applyPart(state, part, out);
      case Mention.OfText text -> texts.apply(state, text, around, out);
      case Mention.OfOperator operator -> operators.apply(state, operator, around, out);
    }
  }

  private State skip(State state, Lattice lattice) {
    State next = state.copy();
    int position = state.position;
    next.position++;
    if (!lattice.isContent(position)) {
      return next;
    }
    next.skipped = Chain.plus(state.skipped, position);
    Token token = lattice.question().tokens().get(position);
    return next.feature(
        switch (token.kind()) {
          case NUMBER -> SKIP_NUMBER;
          case QUOTED -> SKIP_QUOTED;
          case WORD, PUNCTUATION ->
              lexicon.isLightWord(token.lemma())
                  ? SKIP_LIGHT
                  : position > 0 && token.isCapitalized() ? SKIP_CAPITAL : SKIP_CONTENT;
        });
  }

  private static State finish(State state) {
    State done = state.copy();
    if (done.waits()) {
      done.feature(WAITING);
    }
    if (done.negated) {
      done.feature(NEGATION_LEFT);
    }
    if (!done.shows()) {
      done.feature(NOTHING_SHOWN);
    }
    return done;
  }

  private static List<State> best(List<State> states, int count) {
    if (states.size() <= 1) {
      return states;
    }
    states.sort(Comparator.comparingDouble((State state) -> -state.score));
    Set<State.Signature> seen = new HashSet<>();
    List<State> best = new ArrayList<>();
    for (State state : states) {
      if (best.size() < count && seen.add(state.signature())) {
        best.add(state);
      }
      if (best.size() == count) {
        break;
      }
    }
    return best;
  }
}
