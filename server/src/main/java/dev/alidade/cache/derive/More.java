package dev.alidade.cache.derive;

import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * The conditions that one statement has and another has not.
 *
 * @param conditions what rows of the other have to fulfil besides
 * @param implied what the other has instead of them, which is true wherever they are
 */
record More(List<Condition> conditions, List<Condition> implied) {
  More {
    conditions = List.copyOf(conditions);
    implied = List.copyOf(implied);
  }

  /** What is asked besides; empty where the whole may lack rows that are asked for. */
  static Optional<More> of(List<Words> whole, List<Words> asked) {
    List<Words> known = new ArrayList<>(whole);
    List<Condition> more = new ArrayList<>();
    for (Words each : asked) {
      String written = each.toString();
      int same = known.stream().map(Words::toString).toList().indexOf(written);
      if (same >= 0) {
        known.remove(same);
        continue;
      }
      Optional<Condition> condition = Condition.of(each);
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      more.add(condition.get());
    }
    List<Condition> implied = known.stream().flatMap(each -> Condition.of(each).stream()).toList();
    boolean isImplied =
        implied.size() == known.size()
            && implied.stream()
                .flatMap(each -> each.parts().stream())
                .allMatch(wider -> more.stream().anyMatch(each -> each.implies(wider)));
    return isImplied ? Optional.of(new More(more, implied)) : Optional.empty();
  }

  /** Where the values are that decide; empty where they are not shown, or nothing is sure. */
  Optional<int[]> places(
      Function<Words, OptionalInt> shown, List<ResultColumn> columns, ResultRules rules) {
    for (Condition each : implied) {
      if (place(each, shown, columns, rules).isEmpty()) {
        return Optional.empty();
      }
    }
    int[] places = new int[conditions.size()];
    for (int index = 0; index < places.length; index++) {
      OptionalInt place = place(conditions.get(index), shown, columns, rules);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      places[index] = place.getAsInt();
    }
    return Optional.of(places);
  }

  /** Whether a row fulfils all; empty where that is not sure. */
  Optional<Boolean> holds(int[] places, IntFunction<Object> values) {
    boolean all = true;
    for (int index = 0; index < places.length; index++) {
      Optional<Boolean> holds = conditions.get(index).holds(values.apply(places[index]));
      if (holds.isEmpty()) {
        return Optional.empty();
      }
      all &= holds.get();
    }
    return Optional.of(all);
  }

  private static OptionalInt place(
      Condition condition,
      Function<Words, OptionalInt> shown,
      List<ResultColumn> columns,
      ResultRules rules) {
    OptionalInt place = shown.apply(condition.column());
    return place.isPresent() && condition.isSureFor(columns.get(place.getAsInt()).type(), rules)
        ? place
        : OptionalInt.empty();
  }
}
