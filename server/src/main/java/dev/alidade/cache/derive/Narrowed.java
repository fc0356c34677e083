package dev.alidade.cache.derive;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Picks the rows that fulfil more conditions, or tighter ones.
 *
 * @param select the statement that has them
 * @param more those that the kept result was not asked under
 */
record Narrowed(Select select, More more) implements Way {
  Narrowed {
    Objects.requireNonNull(select, "select");
    Objects.requireNonNull(more, "more");
  }

  /** How a statement asks for less than another; empty where it does not, or nobody can say. */
  static Optional<Way> of(Select whole, Select asked) {
    boolean isOrdered = asked.order().isEmpty() || asked.order().equals(whole.order());
    return whole.family().equals(asked.family()) && isOrdered
        ? More.of(whole.conditions(), asked.conditions()).map(more -> new Narrowed(asked, more))
        : Optional.empty();
  }

  @Override
  public Optional<Answer> take(Answer given, ResultRules rules) {
    Places shown = new Places(select, given.columns());
    Optional<int[]> places = more.places(shown::of, given.columns(), rules);
    if (places.isEmpty()) {
      return Optional.empty();
    }
    List<Batch> picked = new ArrayList<>();
    for (Batch batch : given.batches()) {
      Optional<int[]> rows = rows(batch, places.get());
      if (rows.isEmpty()) {
        return Optional.empty();
      }
      if (rows.get().length > 0) {
        picked.add(new PickedRows(batch, rows.get()));
      }
    }
    return Optional.of(new Answer(given.columns(), picked));
  }

  @Override
  public String told() {
    return " that fulfil its conditions of the kept result of the same statement with %s conditions and"
        .formatted(more.implied().isEmpty() ? "fewer" : "wider");
  }

  private Optional<int[]> rows(Batch batch, int[] places) {
    int[] rows = new int[batch.rows()];
    int count = 0;
    for (int row = 0; row < batch.rows(); row++) {
      int current = row;
      Optional<Boolean> holds = more.holds(places, column -> batch.value(column, current));
      if (holds.isEmpty()) {
        return Optional.empty();
      }
      if (holds.get()) {
        rows[count++] = row;
      }
    }
    return Optional.of(Arrays.copyOf(rows, count));
  }
}
