package dev.alidade.engine;

import java.math.BigInteger;

/**
 * Some rows of a result, column by column; valid until the stream moves on.
 *
 * <p>Values by type: BOOLEAN Boolean; INTEGER Long or BigInteger; DECIMAL BigDecimal; FLOAT Double;
 * TEXT, JSON, INTERVAL and OTHER String; DATE LocalDate; TIME LocalTime; TIMESTAMP LocalDateTime;
 * TIMESTAMP_TZ OffsetDateTime; BINARY byte[]; UUID UUID; LIST List; STRUCT and MAP Map.
 */
public interface Batch {
  /** How many rows. */
  int rows();

  /** The value, or null where the database says NULL. */
  Object value(int column, int row);

  /** Whether the database says NULL. */
  default boolean isNull(int column, int row) {
    return value(column, row) == null;
  }

  /**
   * An INTEGER; fails with an ArithmeticException if it does not fit 64 bits. Engines that hold
   * primitives override it.
   */
  default long longValue(int column, int row) {
    return value(column, row) instanceof BigInteger wide
        ? wide.longValueExact()
        : (Long) value(column, row);
  }

  /** A FLOAT; engines that hold primitives override it. */
  default double doubleValue(int column, int row) {
    return (Double) value(column, row);
  }

  /** A whole column; engines that hold arrays override it, and who reads many rows asks for it. */
  default ColumnValues column(int column) {
    return new CellValues(this, column, 0);
  }
}
