package dev.alidade.cache.derive;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All rows that a statement gave; its batches stay as they are. */
public record Answer(List<ResultColumn> columns, List<Batch> batches) {
  public Answer {
    columns = List.copyOf(columns);
    batches = List.copyOf(batches);
  }

  /** How many rows there are. */
  public long rows() {
    return batches.stream().mapToLong(Batch::rows).sum();
  }

  /** The first rows, no more than so many. */
  Answer first(long most) {
    List<Batch> first = new ArrayList<>();
    long left = most;
    for (Batch batch : batches) {
      if (left < batch.rows()) {
        if (left > 0) {
          first.add(new FirstRows(batch, (int) left));
        }
        return new Answer(columns, first);
      }
      first.add(batch);
      left -= batch.rows();
    }
    return this;
  }

  /** Whether the engine would give columns of the same types if these rows were all. */
  boolean keepsTypes(ResultRules rules) {
    return IntStream.range(0, columns.size())
        .allMatch(column -> rules.isTypeOf(columns.get(column).type(), () -> values(column)));
  }

  private Stream<Object> values(int column) {
    return batches.stream()
        .flatMap(
            batch -> IntStream.range(0, batch.rows()).mapToObj(row -> batch.value(column, row)));
  }
}
