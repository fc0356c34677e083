package dev.alidade.engine;

import java.math.BigInteger;
import java.util.Arrays;

/** Values as objects; null stands for NULL. */
public final class ObjectValues implements ColumnValues {
  private final Object[] values;

  public ObjectValues(Object[] values) {
    this.values = values;
  }

  @Override
  public Object value(int row) {
    return values[row];
  }

  @Override
  public boolean isNull(int row) {
    return values[row] == null;
  }

  @Override
  public boolean hasNulls() {
    return true;
  }

  @Override
  public long longValue(int row) {
    return values[row] instanceof BigInteger wide ? wide.longValueExact() : (Long) values[row];
  }

  @Override
  public double doubleValue(int row) {
    return (Double) values[row];
  }

  @Override
  public ObjectValues slice(int from, int rows) {
    return new ObjectValues(Arrays.copyOfRange(values, from, from + rows));
  }
}
