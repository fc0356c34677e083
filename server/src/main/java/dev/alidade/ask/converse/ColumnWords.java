package dev.alidade.ask.converse;

import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.OperatorKind;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.text.Token;
import java.util.List;
import java.util.Optional;

/** Decides what a column is named for: a condition that follows, a measure, or to be shown. */
final class ColumnWords {
  private static final List<String> COPULAS = List.of("is", "are", "was", "were", "=", "of", "in");

  private final List<Token> tokens;
  private final Mentions mentions;
  private final Places places;
  private final EditDraft draft;

  ColumnWords(List<Token> tokens, Mentions mentions, Places places, EditDraft draft) {
    this.tokens = tokens;
    this.mentions = mentions;
    this.places = places;
    this.draft = draft;
  }

  int read(List<Mention.OfColumn> columns) {
    int start = columns.getFirst().span().start();
    int end = columns.getFirst().span().end();
    List<Place> near = places.nearest(columns);
    if (near.isEmpty()) {
      return start;
    }
    draft.weakest = Math.min(draft.weakest, columns.getFirst().score());
    if (draft.function.isPresent()) {
      return measured(near, end);
    }
    if (isTested(end, columns)) {
      draft.subject =
          columns.stream()
              .map(column -> new Place(column.table(), column.column()))
              .filter(place -> near.contains(place) || holdsNext(end, place))
              .distinct()
              .toList();
      return end;
    }
    draft.nouns++;
    if (draft.mode == EditDraft.Mode.EXCEPT) {
      return without(near, end);
    }
    boolean shown =
        draft.owned
            || draft.mode == EditDraft.Mode.SHOW
            || !near.getFirst().column().type().kind().isNumeric();
    if (shown) {
      draft.names = true;
      draft.add(near.stream().map(place -> new Edit.Show(List.of(place))).toList());
      return end;
    }
    draft.names = true;
    draft.add(
        near.stream()
            .map(place -> new Edit.Measure(Optional.empty(), Optional.of(place)))
            .toList());
    return end;
  }

  private int measured(List<Place> near, int end) {
    Optional<AggregateFunction> function = draft.function;
    draft.function = Optional.empty();
    draft.names = true;
    draft.opens = true;
    draft.nouns++;
    draft.add(near.stream().map(place -> new Edit.Measure(function, Optional.of(place))).toList());
    return end;
  }

  private int without(List<Place> near, int end) {
    List<Place> shown = near.stream().filter(places::isSpokenOf).toList();
    if (shown.isEmpty()) {
      draft.unexplained.add(near.getFirst().column().name());
    } else {
      draft.add(new Edit.Hide(shown.subList(0, 1)));
    }
    return end;
  }

  /** Whether a number, a comparison, a period or a value of the column comes next. */
  private boolean isTested(int end, List<Mention.OfColumn> columns) {
    int at = afterCopulas(end);
    if (at >= tokens.size()) {
      return false;
    }
    boolean compared =
        mentions.operator(at, OperatorKind.COMPARE).isPresent()
            || mentions.operator(at, OperatorKind.BETWEEN).isPresent()
            || mentions.number(at).isPresent();
    boolean numeric = columns.getFirst().column().type().kind().isNumeric();
    boolean dated =
        columns.getFirst().column().type().kind().isTemporal() && mentions.period(at).isPresent();
    return (compared && numeric)
        || dated
        || columns.stream()
            .anyMatch(column -> holdsNext(end, new Place(column.table(), column.column())));
  }

  private boolean holdsNext(int end, Place place) {
    return mentions.values(afterCopulas(end)).stream()
        .anyMatch(
            value -> value.table().equals(place.table()) && value.column().equals(place.column()));
  }

  private int afterCopulas(int end) {
    int at = end;
    while (at < tokens.size() && COPULAS.contains(tokens.get(at).lower())) {
      at++;
    }
    return at;
  }
}
