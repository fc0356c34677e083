package dev.alidade.ask.converse;

import dev.alidade.ask.ground.Lattice;
import dev.alidade.ask.ground.Mention;
import dev.alidade.ask.ground.OperatorKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the words from one token on name, as far as they surely do. */
final class Mentions {
  private static final double COLUMN = 0.7;
  private static final double TABLE = 0.75;
  private static final double VALUE = 0.9;

  private final Lattice lattice;

  Mentions(Lattice lattice) {
    this.lattice = lattice;
  }

  /** How many tokens the longest name has that starts here. */
  int longest(int start) {
    return startingAt(start).stream().mapToInt(mention -> mention.span().length()).max().orElse(0);
  }

  private List<Mention> startingAt(int start) {
    if (start >= lattice.size()) {
      return List.of();
    }
    return lattice.startingAt(start).stream().filter(Mentions::isSure).toList();
  }

  private static boolean isSure(Mention mention) {
    return switch (mention) {
      case Mention.OfColumn column -> column.score() >= COLUMN;
      case Mention.OfTable table -> table.score() >= TABLE;
      case Mention.OfValue value -> value.score() >= VALUE;
      case Mention.OfFullName name -> name.score() >= VALUE;
      case Mention.OfPeriod period -> true;
      case Mention.OfNumber number -> true;
      case Mention.OfGrain grain -> true;
      case Mention.OfTimePart part -> false;
      case Mention.OfMetric metric -> false;
      case Mention.OfPart part -> false;
      case Mention.OfNameColumns columns -> false;
      case Mention.OfText text -> text.quoted();
      case Mention.OfOperator operator -> false;
    };
  }

  private <M extends Mention> List<M> of(int start, Class<M> kind) {
    List<M> found = startingAt(start).stream().filter(kind::isInstance).map(kind::cast).toList();
    int longest = found.stream().mapToInt(mention -> mention.span().length()).max().orElse(0);
    return found.stream().filter(mention -> mention.span().length() == longest).toList();
  }

  List<Mention.OfColumn> columns(int start) {
    return of(start, Mention.OfColumn.class);
  }

  /** Values that are exactly so, where there are such. */
  List<Mention.OfValue> values(int start) {
    List<Mention.OfValue> found = of(start, Mention.OfValue.class);
    List<Mention.OfValue> exact = found.stream().filter(Mention.OfValue::exact).toList();
    return exact.isEmpty() ? found : exact;
  }

  Optional<Mention.OfFullName> fullName(int start) {
    return of(start, Mention.OfFullName.class).stream().findFirst();
  }

  Optional<Mention.OfTable> table(int start) {
    return of(start, Mention.OfTable.class).stream()
        .max(Comparator.comparingDouble(Mention::score));
  }

  List<Mention.OfTable> tables(int start) {
    return of(start, Mention.OfTable.class);
  }

  Optional<Mention.OfPeriod> period(int start) {
    return of(start, Mention.OfPeriod.class).stream().findFirst();
  }

  Optional<Mention.OfNumber> number(int start) {
    return of(start, Mention.OfNumber.class).stream().findFirst();
  }

  Optional<Mention.OfGrain> grain(int start) {
    return of(start, Mention.OfGrain.class).stream().findFirst();
  }

  /** The longest operator of a kind. */
  Optional<Mention.OfOperator> operator(int start, OperatorKind kind) {
    if (start >= lattice.size()) {
      return Optional.empty();
    }
    return lattice.startingAt(start).stream()
        .filter(Mention.OfOperator.class::isInstance)
        .map(Mention.OfOperator.class::cast)
        .filter(operator -> operator.kind() == kind && operator.column().isEmpty())
        .max(Comparator.comparingInt(operator -> operator.span().length()));
  }
}
