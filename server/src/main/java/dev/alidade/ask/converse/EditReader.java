package dev.alidade.ask.converse;

import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Lexicon;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.OperatorKind;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.text.Token;
import dev.alidade.ask.text.TokenKind;
import dev.alidade.chart.ChartKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a text from left to right as changes of a plan. */
final class EditReader {
  private static final double NAMED = 0.8;
  private static final Lexicon LEXICON = Lexicon.english();

  private static final Set<String> AUXILIARIES =
      Set.of("do", "did", "does", "have", "has", "had", "are", "were", "was", "is");

  private final Lattice lattice;
  private final List<Token> tokens;
  private final Cues cues = Cues.english();
  private final Mentions mentions;
  private final Places places;
  private final EditDraft draft;
  private final NameReader names;

  EditReader(Lattice lattice, Places places) {
    this.lattice = lattice;
    this.tokens = lattice.question().tokens();
    this.mentions = new Mentions(lattice);
    this.places = places;
    this.draft = new EditDraft();
    this.names = new NameReader(lattice, mentions, places, draft);
  }

  /** What was read. */
  EditDraft read() {
    int at = 0;
    while (at < tokens.size()) {
      at = next(at);
    }
    if (asksWhole()) {
      draft.opens = true;
      draft.names = true;
    }
    draft.finish();
    return draft;
  }

  /**
   * Whether it asks, wherever it does, and says of which table what: "for each region, what ...".
   */
  private boolean asksWhole() {
    boolean asks = false;
    boolean table = false;
    Set<Integer> named = new HashSet<>();
    for (Mention mention : lattice.all()) {
      asks |=
          mention instanceof Mention.OfOperator operator
              && (operator.kind() == OperatorKind.ASK || operator.kind() == OperatorKind.COUNT);
      boolean sure = mention.score() >= NAMED;
      table |= sure && mention instanceof Mention.OfTable;
      boolean says =
          mention instanceof Mention.OfTable
              || mention instanceof Mention.OfColumn
              || mention instanceof Mention.OfGrain;
      if (sure && says) {
        named.add(mention.span().start());
      }
    }
    return asks && table && named.size() > 1;
  }

  private int next(int at) {
    Optional<Cues.Found> cue = cues.at(tokens, at);
    int named = mentions.longest(at);
    if (cue.isPresent() && cue.get().length() >= named && !isName(cue.get())) {
      return cue(cue.get());
    }
    Optional<Mention.OfOperator> compare = comparison(at);
    if (compare.isPresent() && compare.get().span().length() >= named) {
      return names.compared(compare.get());
    }
    if (named > 0) {
      int after = names.read(at);
      if (after > at) {
        return after;
      }
    }
    skip(at);
    return at + 1;
  }

  /** A word such as "count" that is a column here, and is asked for as one. */
  private boolean isName(Cues.Found cue) {
    boolean asked =
        draft.mode == EditDraft.Mode.GROUP
            || draft.mode == EditDraft.Mode.SORT
            || draft.mode == EditDraft.Mode.HIDE;
    return asked
        && cue.length() == 1
        && cue.cue() == Cue.MEASURE
        && mentions.columns(cue.start()).stream()
            .anyMatch(column -> column.full() && places.uses(column.table()));
  }

  private Optional<Mention.OfOperator> comparison(int at) {
    return mentions
        .operator(at, OperatorKind.COMPARE)
        .or(() -> mentions.operator(at, OperatorKind.BETWEEN));
  }

  private void skip(int at) {
    Token token = tokens.get(at);
    boolean metric = lattice.startingAt(at).stream().anyMatch(Mention.OfMetric.class::isInstance);
    draft.names |= metric;
    draft.nouns += metric ? 1 : 0;
    boolean empty =
        token.kind() == TokenKind.PUNCTUATION
            || !lattice.isContent(at)
            || LEXICON.isLightWord(token.lemma())
            || LEXICON.isStopWord(token.lower());
    if (!empty) {
      draft.unexplained.add(token.text());
    }
  }

  private int cue(Cues.Found found) {
    draft.mark |= found.argument().equals("mark");
    switch (found.cue()) {
      case LEAD -> lead(found);
      case ALSO -> draft.alsoSaid();
      case INSTEAD -> draft.back = true;
      case GROUP -> group(found);
      case SORT -> {
        draft.mode = EditDraft.Mode.SORT;
        draft.descending = direction(found.argument());
        draft.sorting = true;
      }
      case DIRECTION -> draft.direct(found.argument());
      case TOP -> {
        return top(found);
      }
      case MEASURE -> draft.function = Optional.of(AggregateFunction.valueOf(found.argument()));
      case COUNT -> {
        draft.count = true;
        draft.opens = true;
      }
      case SHOW -> {
        draft.mode = EditDraft.Mode.SHOW;
        draft.opens |= found.argument().isEmpty();
      }
      case HIDE -> draft.mode = EditDraft.Mode.HIDE;
      case REMOVE -> draft.removing();
      case EXCEPT -> draft.mode = EditDraft.Mode.EXCEPT;
      case DRAW ->
          draft.add(
              new Edit.Draw(
                  Stream.of(ChartKind.values())
                      .filter(kind -> kind.name().equals(found.argument()))
                      .findFirst()));
      case FILLER -> pointsBack(found);
      case EXPLAIN, UNDO, START_OVER, ALL -> {}
    }
    return found.end();
  }

  /** A pronoun stands for what came before where the text itself has named nothing else. */
  private void pointsBack(Cues.Found found) {
    if (found.argument().isEmpty()) {
      return;
    }
    boolean asksOf =
        found.start() > 0
            && draft.nouns < 2
            && AUXILIARIES.contains(tokens.get(found.start() - 1).lower());
    draft.back |= asksOf || (!draft.names && draft.nouns == 0);
    draft.owned = found.argument().equals("back own");
  }

  private void lead(Cues.Found found) {
    draft.light |= found.argument().isEmpty();
    boolean listing =
        (tokens.get(found.start()).is("and") || tokens.get(found.start()).is(","))
            && draft.mode != EditDraft.Mode.REMOVE;
    if (!listing) {
      draft.mode = EditDraft.Mode.PLAIN;
    }
  }

  private void group(Cues.Found found) {
    if (draft.mode == EditDraft.Mode.SORT) {
      return;
    }
    draft.mode = EditDraft.Mode.GROUP;
    draft.alsoGroup = found.argument().equals("also") || draft.also;
  }

  private int top(Cues.Found found) {
    Optional<Mention.OfNumber> number = mentions.number(found.end());
    boolean most = found.argument().equals("rows");
    boolean tested = most && number.map(n -> isCounted(n.span().end())).orElse(false);
    if (number.isEmpty() || tested) {
      return unread(found);
    }
    Optional<Boolean> descending = most ? Optional.empty() : direction(found.argument());
    draft.limit(number.get().value(), descending);
    return number.get().span().end();
  }

  /** "At most 5 rows" cuts off; "at most 5 items" compares. */
  private boolean isCounted(int at) {
    return at >= tokens.size() || !(tokens.get(at).is("rows") || tokens.get(at).is("results"));
  }

  /** Such words may be a comparison, or a function: "highest price". */
  private int unread(Cues.Found found) {
    Optional<Mention.OfOperator> compare = mentions.operator(found.start(), OperatorKind.COMPARE);
    if (compare.isPresent()) {
      return names.compared(compare.get());
    }
    Optional<Mention.OfOperator> function =
        mentions.operator(found.start(), OperatorKind.AGGREGATE);
    if (function.isPresent()) {
      draft.function = Optional.of(AggregateFunction.valueOf(function.get().argument()));
      return function.get().span().end();
    }
    draft.unexplained.add(tokens.get(found.start()).text());
    return found.end();
  }

  private static Optional<Boolean> direction(String argument) {
    return argument.isEmpty() ? Optional.empty() : Optional.of(argument.equals("descending"));
  }

  /** How a symbol compares. */
  static ComparisonOperator operator(String symbol) {
    return Stream.of(ComparisonOperator.values())
        .filter(operator -> operator.symbol().equals(symbol))
        .findFirst()
        .orElse(ComparisonOperator.EQUAL);
  }
}
