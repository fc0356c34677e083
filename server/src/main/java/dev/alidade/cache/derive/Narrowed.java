package dev.alidade.cache.derive;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Picks the rows that fulfil more conditions.
 *
 * @param select the statement that has them
 * @param conditions those that the kept result was not asked under
 */
record Narrowed(Select select, List<Condition> conditions) {
  Narrowed {
    Objects.requireNonNull(select, "select");
    conditions = List.copyOf(conditions);
  }

  /** How a statement asks for less than another; empty where it does not, or nobody can say. */
  static Optional<Narrowed> of(Select whole, Select asked) {
    boolean isOrdered = asked.order().isEmpty() || asked.order().equals(whole.order());
    if (!whole.family().equals(asked.family()) || !isOrdered) {
      return Optional.empty();
    }
    List<String> known = new ArrayList<>(whole.conditions().stream().map(Words::toString).toList());
    List<Condition> more = new ArrayList<>();
    for (Words each : asked.conditions()) {
      if (known.remove(each.toString())) {
        continue;
      }
      Optional<Condition> condition = Condition.of(each);
      if (condition.isEmpty()) {
        return Optional.empty();
      }
      more.add(condition.get());
    }
    return known.isEmpty() ? Optional.of(new Narrowed(asked, more)) : Optional.empty();
  }

  /** The rows; empty where it is not sure of each whether the engine would give it. */
  Optional<Answer> take(Answer given, ResultRules rules) {
    Places places = new Places(select, given.columns());
    int[] columns = new int[conditions.size()];
    for (int index = 0; index < columns.length; index++) {
      Condition condition = conditions.get(index);
      OptionalInt place = places.of(condition.column());
      if (place.isEmpty()
          || !condition.isSureFor(given.columns().get(place.getAsInt()).type(), rules)) {
        return Optional.empty();
      }
      columns[index] = place.getAsInt();
    }
    List<Batch> picked = new ArrayList<>();
    for (Batch batch : given.batches()) {
      Optional<int[]> rows = rows(batch, columns);
      if (rows.isEmpty()) {
        return Optional.empty();
      }
      if (rows.get().length > 0) {
        picked.add(new PickedRows(batch, rows.get()));
      }
    }
    return Optional.of(new Answer(given.columns(), picked));
  }

  private Optional<int[]> rows(Batch batch, int[] columns) {
    int[] rows = new int[batch.rows()];
    int count = 0;
    for (int row = 0; row < batch.rows(); row++) {
      boolean all = true;
      for (int index = 0; index < columns.length; index++) {
        Optional<Boolean> holds = conditions.get(index).holds(batch.value(columns[index], row));
        if (holds.isEmpty()) {
          return Optional.empty();
        }
        all &= holds.get();
      }
      if (all) {
        rows[count++] = row;
      }
    }
    return Optional.of(Arrays.copyOf(rows, count));
  }
}
