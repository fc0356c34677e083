package dev.alidade.engine;

import java.util.Arrays;
import java.util.BitSet;

/** Floating-point numbers; 0 where there is none. */
public final class DoubleValues implements ArrayValues {
  private final double[] numbers;
  private final BitSet nulls;

  public DoubleValues(double[] numbers, BitSet nulls) {
    this.numbers = numbers;
    this.nulls = nulls;
  }

  /** The numbers, one a row. */
  public double[] numbers() {
    return numbers;
  }

  @Override
  public BitSet nulls() {
    return nulls;
  }

  @Override
  public Object value(int row) {
    return nulls.get(row) ? null : (Object) numbers[row];
  }

  @Override
  public long longValue(int row) {
    return (long) numbers[row];
  }

  @Override
  public double doubleValue(int row) {
    return numbers[row];
  }

  @Override
  public DoubleValues slice(int from, int rows) {
    return new DoubleValues(
        Arrays.copyOfRange(numbers, from, from + rows), nulls.get(from, from + rows));
  }
}
