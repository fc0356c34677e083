package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.DoubleValues;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBReadableVector;

/** Collects floating-point numbers. */
final class DoubleBuilder extends ColumnBuilder {
  private double[] numbers = {};
  private BitSet nulls = new BitSet();
  private int size;
  // How many there were when the array was given away.
  private int usual;

  @Override
  void append(DuckDBReadableVector vector, int rows) {
    if (size + rows > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(usual, room(numbers.length, size + rows)));
    }
    VectorMemory memory = new VectorMemory(vector);
    memory.nulls(nulls, size, rows);
    copy(memory.data(), vector.getType() == DuckDBColumnType.FLOAT, rows);
    // What lies where there is no value is nobody's business.
    for (int row = nulls.nextSetBit(size); row >= 0; row = nulls.nextSetBit(row + 1)) {
      numbers[row] = 0;
    }
    size += rows;
  }

  private void copy(ByteBuffer data, boolean single, int rows) {
    if (!single) {
      data.asDoubleBuffer().get(0, numbers, size, rows);
      return;
    }
    for (int row = 0; row < rows; row++) {
      if (!nulls.get(size + row)) {
        numbers[size + row] = shortest(data.getFloat(row * Float.BYTES));
      }
    }
  }

  /** A FLOAT reads as people wrote it: 0.1, not 0.10000000149011612. */
  static double shortest(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  @Override
  DoubleValues build() {
    boolean whole = isNearlyFull(numbers.length, size);
    DoubleValues values = new DoubleValues(whole ? numbers : Arrays.copyOf(numbers, size), nulls);
    if (whole) {
      usual = size;
      numbers = new double[0];
    }
    nulls = new BitSet();
    size = 0;
    return values;
  }
}
