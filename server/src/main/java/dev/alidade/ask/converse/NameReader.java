package dev.alidade.ask.converse;

import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.OperatorKind;
import dev.alidade.ask.plan.AggregateFunction;
import dev.alidade.ask.plan.ComparisonOperator;
import dev.alidade.ask.plan.Predicate;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Span;
import dev.alidade.ask.text.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what words name in the light of what the words before them wait for. */
final class NameReader {
  private final Lattice lattice;
  private final List<Token> tokens;
  private final Mentions mentions;
  private final Places places;
  private final EditDraft draft;

  NameReader(Lattice lattice, Mentions mentions, Places places, EditDraft draft) {
    this.lattice = lattice;
    this.tokens = lattice.question().tokens();
    this.mentions = mentions;
    this.places = places;
    this.draft = draft;
  }

  /** A word that compares waits for a number. */
  int compared(Mention.OfOperator operator) {
    if (operator.kind() == OperatorKind.BETWEEN) {
      draft.between = true;
    } else {
      draft.compare = Optional.of(EditReader.operator(operator.argument()));
    }
    return operator.span().end();
  }

  /** The token after the name; the same one where it is no name that can be read here. */
  int read(int at) {
    return switch (draft.mode) {
      case GROUP -> grouped(at);
      case SORT -> sorted(at);
      case HIDE -> hidden(at);
      case REMOVE -> removed(at);
      case PLAIN, EXCEPT, SHOW -> plain(at);
    };
  }

  private int grouped(int at) {
    List<Mention.OfColumn> columns = mentions.columns(at);
    Optional<Mention.OfTable> table = mentions.table(at);
    Optional<Mention.OfGrain> grain = mentions.grain(at);
    int ofColumns = length(columns);
    int ofTable = table.map(Mention::span).map(Span::length).orElse(0);
    if (grain.isPresent() && grain.get().span().length() >= Math.max(ofColumns, ofTable)) {
      return periods(grain.get());
    }
    if (ofColumns >= ofTable && ofColumns > 0) {
      List<Place> by = places.nearest(columns);
      if (by.isEmpty()) {
        return at;
      }
      weigh(columns.getFirst().score());
      if (draft.isRanking() && isNumber(by.getFirst())) {
        draft.sort(by);
      } else {
        add(by.stream().map(place -> group(List.of(place))).toList());
      }
      return at + ofColumns;
    }
    if (ofTable > 0) {
      weigh(table.get().score());
      add(List.of(group(places.naming(table.get().table()))));
      return at + ofTable;
    }
    draft.mode = EditDraft.Mode.PLAIN;
    return plain(at);
  }

  private static boolean isNumber(Place place) {
    return place.column().type().kind().isNumeric();
  }

  private int periods(Mention.OfGrain grain) {
    List<Place> dates = places.dates(Optional.empty());
    if (dates.isEmpty()) {
      return grain.span().start();
    }
    boolean also = draft.alsoGroup;
    add(
        dates.stream()
            .map(date -> new Edit.Group(List.of(date), Optional.of(grain.cut()), also))
            .toList());
    return grain.span().end();
  }

  private Edit.Group group(List<Place> by) {
    return new Edit.Group(by, Optional.empty(), draft.alsoGroup);
  }

  private void add(List<Edit.Group> groups) {
    draft.add(groups);
    draft.alsoGroup = true;
  }

  private int sorted(int at) {
    Optional<Mention.OfTable> table = mentions.table(at);
    List<Mention.OfColumn> columns = mentions.columns(at);
    if (draft.function.isPresent() && table.isPresent() && length(columns) < 2) {
      draft.function = Optional.empty();
      return table.get().span().end();
    }
    if (columns.isEmpty()) {
      draft.mode = EditDraft.Mode.PLAIN;
      return plain(at);
    }
    List<Place> by = places.nearest(columns);
    draft.function = Optional.empty();
    weigh(columns.getFirst().score());
    draft.sort(by);
    return by.isEmpty() ? at : at + length(columns);
  }

  private int hidden(int at) {
    List<Place> hidden = spoken(mentions.columns(at));
    if (hidden.isEmpty()) {
      return at;
    }
    draft.add(new Edit.Hide(hidden.subList(0, 1)));
    return at + length(mentions.columns(at));
  }

  private int removed(int at) {
    List<Mention.OfColumn> columns = mentions.columns(at);
    for (Mention.OfColumn column : columns) {
      Place place = new Place(column.table(), column.column());
      if (places.isFiltered(place)) {
        draft.removed(new Edit.Unfilter(Optional.of(place), false));
        return at + length(columns);
      }
    }
    List<Place> shown = spoken(columns);
    if (!shown.isEmpty()) {
      draft.removed(new Edit.Hide(shown.subList(0, 1)));
      return at + length(columns);
    }
    for (Mention.OfValue value : mentions.values(at)) {
      Place place = new Place(value.table(), value.column());
      if (places.isFiltered(place)) {
        draft.removed(new Edit.Unfilter(Optional.of(place), false));
        return value.span().end();
      }
    }
    boolean time =
        mentions.grain(at).isPresent()
            || mentions.period(at).isPresent()
            || tokens.get(at).is("date")
            || tokens.get(at).is("dates")
            || tokens.get(at).is("period")
            || tokens.get(at).is("time");
    if (time) {
      draft.removed(new Edit.Unfilter(Optional.empty(), true));
      return mentions.period(at).map(period -> period.span().end()).orElse(at + 1);
    }
    List<Mention.OfValue> values = mentions.values(at);
    if (!values.isEmpty()) {
      // What no condition asks for can only be left out.
      draft.removed(filter(places.ofValues(values).getFirst(), List.of(values.getFirst()), true));
      return values.getFirst().span().end();
    }
    return at;
  }

  private List<Place> spoken(List<Mention.OfColumn> columns) {
    return columns.stream()
        .map(column -> new Place(column.table(), column.column()))
        .filter(places::isSpokenOf)
        .toList();
  }

  private int plain(int at) {
    Optional<Mention.OfPeriod> period = mentions.period(at);
    boolean compared = draft.compare.isPresent() || draft.between || draft.low.isPresent();
    if (period.isPresent() && !compared && isTime(period.get())) {
      return within(period.get());
    }
    Optional<Mention.OfNumber> number = mentions.number(at);
    List<Mention.OfValue> values = mentions.values(at);
    int ofValues = length(values);
    if (number.isPresent() && (compared || !draft.subject.isEmpty() || ofValues == 0)) {
      return number(number.get());
    }
    List<Mention.OfColumn> columns = mentions.columns(at);
    int ofTable = mentions.table(at).map(table -> table.span().length()).orElse(0);
    int ofNames = Math.max(length(columns), ofTable);
    if (mentions.fullName(at).isPresent() && 2 > ofNames) {
      return fullName(mentions.fullName(at).get());
    }
    boolean capital = tokens.get(at).isCapitalized() && at > 0;
    boolean swapped =
        ofValues >= ofNames
            && values.stream()
                .anyMatch(value -> places.isFiltered(new Place(value.table(), value.column())));
    if (ofValues > 0 && (ofValues > ofNames || capital || ofNames == 0 || swapped)) {
      return values(values);
    }
    if (mentions.grain(at).isPresent() && ofNames <= 1) {
      return periods(mentions.grain(at).get());
    }
    if (ofTable >= length(columns) && ofTable > 0) {
      return table(at);
    }
    return columns.isEmpty() ? at : new ColumnWords(tokens, mentions, places, draft).read(columns);
  }

  private boolean isTime(Mention.OfPeriod period) {
    return draft.subject.isEmpty()
        ? !places.dates(Optional.of(period.period())).isEmpty()
        : draft.subject.stream().anyMatch(place -> place.column().type().kind().isTemporal());
  }

  private int within(Mention.OfPeriod period) {
    List<Place> dates =
        draft.subject.isEmpty() ? places.dates(Optional.of(period.period())) : draft.subject;
    boolean negated = draft.mode == EditDraft.Mode.EXCEPT;
    draft.subject = List.of();
    String words = lattice.question().written(period.span());
    draft.add(
        dates.stream()
            .map(
                date ->
                    new Edit.Filter(
                        date, Tests.within(date, period.period(), negated), draft.also, words))
            .toList());
    return period.span().end();
  }

  private int number(Mention.OfNumber number) {
    int end = number.span().end();
    if (draft.between) {
      draft.between = false;
      draft.low = Optional.of(number.value());
      return end;
    }
    Optional<Mention.OfOperator> suffix = mentions.operator(end, OperatorKind.COMPARE);
    if (draft.compare.isEmpty() && suffix.isPresent()) {
      draft.compare = Optional.of(EditReader.operator(suffix.get().argument()));
      end = suffix.get().span().end();
    }
    if (draft.compare.isEmpty() && draft.subject.isEmpty() && draft.low.isEmpty()) {
      return number.span().start();
    }
    String words = lattice.question().written(number.span());
    ComparisonOperator operator = draft.compare.orElse(ComparisonOperator.EQUAL);
    draft.compare = Optional.empty();
    List<Place> numbers = draft.subject.isEmpty() ? measuredAt(end) : draft.subject;
    if (draft.subject.isEmpty() && !numbers.isEmpty()) {
      end += length(mentions.columns(end));
    }
    draft.subject = List.of();
    if (numbers.isEmpty()) {
      if (draft.low.isPresent()) {
        draft.unexplained.add(words);
        return end;
      }
      draft.add(new Edit.MeasureFilter(operator, number.value(), words));
      return mentions.table(end).map(table -> table.span().end()).orElse(end);
    }
    Optional<BigDecimal> low = draft.low;
    draft.low = Optional.empty();
    draft.add(
        numbers.stream()
            .map(place -> new Edit.Filter(place, test(place, operator, low, number), false, words))
            .toList());
    return end;
  }

  /** "Over 100 price": the column may follow the number. */
  private List<Place> measuredAt(int at) {
    return places.nearest(
        mentions.columns(at).stream()
            .filter(column -> column.column().type().kind().isNumeric() && column.full())
            .toList());
  }

  private static Predicate test(
      Place place, ComparisonOperator operator, Optional<BigDecimal> low, Mention.OfNumber number) {
    return low.<Predicate>map(
            from -> new Predicate.Between(place.use(), from, number.value(), false, Words.NONE))
        .orElseGet(() -> Tests.compares(place, operator, number.value()));
  }

  private int fullName(Mention.OfFullName name) {
    for (Mention.OfValue part : List.of(name.first(), name.last())) {
      draft.add(filter(new Place(part.table(), part.column()), List.of(part), false));
    }
    return name.span().end();
  }

  /** Values of one column that follow each other are alternatives. */
  private int values(List<Mention.OfValue> first) {
    List<Mention.OfValue> fitting =
        draft.subject.isEmpty()
            ? first
            : first.stream()
                .filter(value -> draft.subject.contains(new Place(value.table(), value.column())))
                .toList();
    List<Mention.OfValue> meant = fitting.isEmpty() ? first : fitting;
    int end = meant.getFirst().span().end();
    List<Place> candidates = places.ofValues(meant);
    List<Place> named = named(end, candidates);
    if (!named.isEmpty()) {
      candidates = named;
      end += length(mentions.columns(end));
    }
    List<List<Mention.OfValue>> all = new ArrayList<>();
    all.add(meant);
    int next = afterConjunction(end);
    while (next > end && !mentions.values(next).isEmpty()) {
      List<Mention.OfValue> more = mentions.values(next);
      List<Place> shared =
          candidates.stream()
              .filter(place -> more.stream().anyMatch(value -> isOf(value, place)))
              .toList();
      if (shared.isEmpty()) {
        break;
      }
      candidates = shared;
      all.add(more);
      end = more.getFirst().span().end();
      next = afterConjunction(end);
    }
    draft.subject = List.of();
    boolean negated = draft.mode == EditDraft.Mode.EXCEPT;
    weigh(meant.getFirst().score());
    draft.add(
        candidates.stream()
            .map(
                place ->
                    filter(
                        place,
                        all.stream()
                            .flatMap(
                                group ->
                                    group.stream().filter(value -> isOf(value, place)).limit(1))
                            .toList(),
                        negated))
            .toList());
    if (candidates.isEmpty()) {
      draft.slots.removeLast();
      draft.unexplained.add(lattice.question().written(meant.getFirst().span()));
    }
    return end;
  }

  private static boolean isOf(Mention.OfValue value, Place place) {
    return value.table().equals(place.table()) && value.column().equals(place.column());
  }

  private List<Place> named(int at, List<Place> candidates) {
    List<Mention.OfColumn> columns = mentions.columns(at);
    return candidates.stream()
        .filter(
            place ->
                columns.stream()
                    .anyMatch(
                        column ->
                            column.full()
                                && column.table().equals(place.table())
                                && column.column().equals(place.column())))
        .toList();
  }

  private int afterConjunction(int at) {
    int next = at;
    while (next < tokens.size()
        && (tokens.get(next).is("and") || tokens.get(next).is("or") || tokens.get(next).is(","))) {
      next++;
    }
    return next;
  }

  private Edit.Filter filter(Place place, List<Mention.OfValue> values, boolean negated) {
    Span span = new Span(values.getFirst().span().start(), values.getLast().span().end());
    List<String> texts = values.stream().map(Mention.OfValue::value).toList();
    return new Edit.Filter(
        place,
        Tests.equal(place, texts, negated),
        draft.also && !negated,
        lattice.question().written(span));
  }

  private int table(int at) {
    List<Mention.OfTable> tables = mentions.tables(at);
    Optional<Mention.OfTable> known =
        tables.stream().filter(table -> places.uses(table.table())).findFirst();
    draft.nouns++;
    boolean counted = draft.count || draft.function.equals(Optional.of(AggregateFunction.COUNT));
    if (counted && !draft.names) {
      draft.function = Optional.empty();
      draft.count = false;
      draft.opens = true;
      draft.names = true;
      draft.add(new Edit.Count(Optional.of(known.orElse(tables.getFirst()).table())));
      return at + length(tables);
    }
    draft.names = true;
    if (known.isEmpty()) {
      draft.unexplained.add(lattice.question().written(tables.getFirst().span()));
    }
    return at + length(tables);
  }

  private void weigh(double score) {
    draft.weakest = Math.min(draft.weakest, score);
  }

  static int length(List<? extends Mention> mentions) {
    return mentions.isEmpty() ? 0 : mentions.getFirst().span().length();
  }
}
