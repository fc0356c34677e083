package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Optional;

/** The numbers from one on, as long as one likes. */
final class Counted implements ResultStream {
  private static final int OF_A_BATCH = 2_048;
  private final long rows;
  private long given;

  Counted(long rows) {
    this.rows = rows;
  }

  @Override
  public List<ResultColumn> columns() {
    return List.of(EveryType.column("n", TypeKind.INTEGER, "BIGINT"));
  }

  @Override
  public Optional<Batch> next() {
    long from = given;
    int size = (int) Math.min(OF_A_BATCH, rows - from);
    given += size;
    return size == 0 ? Optional.empty() : Optional.of(new Numbers(from + 1, size));
  }

  @Override
  public void close() {}

  private record Numbers(long first, int rows) implements Batch {
    @Override
    public Object value(int column, int row) {
      return first + row;
    }
  }
}
