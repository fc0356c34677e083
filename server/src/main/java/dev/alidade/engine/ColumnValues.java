package dev.alidade.engine;

/**
 * The values of one column of a batch, in arrays where the engine has them so; valid as long as the
 * batch. Arrays are only read, and may be longer than the batch has rows.
 */
public sealed interface ColumnValues permits ArrayValues, ObjectValues, CellValues {
  /** The value as {@link Batch} says, or null where the database says NULL. */
  Object value(int row);

  /** Whether the database says NULL. */
  boolean isNull(int row);

  /** Whether some row may be NULL; false means that none is. */
  boolean hasNulls();

  /** An INTEGER; fails with an ArithmeticException if it does not fit 64 bits. */
  long longValue(int row);

  /** A FLOAT. */
  double doubleValue(int row);

  /** So many rows from one on, which become the first. */
  ColumnValues slice(int from, int rows);
}
