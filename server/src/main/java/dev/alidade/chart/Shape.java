package dev.alidade.chart;

import dev.alidade.query.ColumnLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a result is made of, as far as drawing goes. */
record Shape(List<Trait> traits, int rows) {
  static Shape of(List<ColumnLabel> columns, List<List<Object>> rows) {
    List<Trait> traits = new ArrayList<>();
    for (int at = 0; at < columns.size(); at++) {
      traits.add(Trait.of(columns.get(at), rows, at));
    }
    return new Shape(List.copyOf(traits), rows.size());
  }

  int columns() {
    return traits.size();
  }

  List<String> times() {
    return of(Trait.Role.TIME);
  }

  /** Names, keys, and numbers that something was computed for, in the order of the columns. */
  List<String> categories() {
    return traits.stream()
        .filter(trait -> trait.role() != Trait.Role.TIME && !isMeasure(trait))
        .map(Trait::name)
        .toList();
  }

  /** Numbers that say how much; keys where there is nothing else to draw. */
  List<String> measures() {
    return traits.stream().filter(this::isMeasure).map(Trait::name).toList();
  }

  private boolean isMeasure(Trait trait) {
    return switch (trait.role()) {
      case MEASURE -> trait.aggregated() || traits.stream().noneMatch(Shape::isComputed);
      case KEY -> isDrawnKey(trait);
      case TIME, CATEGORY -> false;
    };
  }

  /** Beside a number that was computed of several rows, others tell what it was computed for. */
  private static boolean isComputed(Trait trait) {
    return trait.role() == Trait.Role.MEASURE && trait.aggregated();
  }

  /** A key stands for a measure only where the result has none and something else names rows. */
  private boolean isDrawnKey(Trait trait) {
    boolean measured = traits.stream().anyMatch(other -> other.role() == Trait.Role.MEASURE);
    boolean named =
        traits.stream()
            .anyMatch(
                other -> other.role() == Trait.Role.CATEGORY || other.role() == Trait.Role.TIME);
    boolean first = traits.getFirst().equals(trait);
    return trait.numeric() && !measured && traits.size() > 1 && (named || !first);
  }

  /** The columns that rows can stand along: times, then names. */
  List<String> places() {
    List<String> places = new ArrayList<>(times());
    places.addAll(categories());
    return places;
  }

  private List<String> of(Trait.Role role) {
    return traits.stream().filter(trait -> trait.role() == role).map(Trait::name).toList();
  }

  Optional<Trait> trait(String name) {
    return traits.stream().filter(trait -> trait.name().equals(name)).findFirst();
  }

  int distinct(String name) {
    return trait(name).map(Trait::distinct).orElse(0);
  }

  boolean isNegative(String name) {
    return trait(name).map(Trait::negative).orElse(false);
  }

  /** The first column that has this meaning. */
  Optional<String> meaning(Trait.Meaning meaning) {
    return traits.stream().filter(trait -> trait.meaning() == meaning).map(Trait::name).findFirst();
  }

  /** Columns that are numbers, whatever they mean. */
  List<String> numbers() {
    return traits.stream().filter(Trait::numeric).map(Trait::name).toList();
  }
}
