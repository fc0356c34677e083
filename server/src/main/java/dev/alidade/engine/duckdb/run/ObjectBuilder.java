package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.ObjectValues;
import java.util.Arrays;
import java.util.Set;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBReadableVector;

/** Collects values that are wider than 64 bits, or finer than microseconds. */
final class ObjectBuilder extends ColumnBuilder {
  /** Besides these, wide DECIMALs. */
  static final Set<String> TYPES =
      Set.of("HUGEINT", "UHUGEINT", "UBIGINT", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS");

  private Object[] values = {};
  private int size;

  @Override
  void append(DuckDBReadableVector vector, int rows) {
    if (size + rows > values.length) {
      values = Arrays.copyOf(values, room(values.length, size + rows));
    }
    DuckDBColumnType type = vector.getType();
    for (int row = 0; row < rows; row++) {
      values[size + row] = vector.isNull(row) ? null : objectAt(vector, type, row);
    }
    size += rows;
  }

  private static Object objectAt(DuckDBReadableVector vector, DuckDBColumnType type, int row) {
    return switch (type) {
      case HUGEINT -> vector.getHugeInt(row);
      case UHUGEINT -> vector.getUHugeInt(row);
      case UBIGINT -> vector.getUint64(row);
      case DECIMAL -> vector.getBigDecimal(row);
      default -> vector.getLocalDateTime(row);
    };
  }

  @Override
  ObjectValues build() {
    ObjectValues built = new ObjectValues(Arrays.copyOf(values, size));
    size = 0;
    return built;
  }
}
