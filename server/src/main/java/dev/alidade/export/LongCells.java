package dev.alidade.export;

import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.DoubleValues;
import dev.alidade.engine.LongValues;
import dev.alidade.engine.LongValues.Meaning;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The values of a column as the whole numbers of 64 bits by which binary formats store them: days,
 * microseconds, digits without a point, the bits of a fraction.
 */
final class LongCells {
  private static final long NANOS_OF_MICRO = 1_000;

  private final TypeKind kind;
  private final Shapes.Digits digits;
  private long[] converted = {};

  /** {@code digits} are those of a DECIMAL; of other kinds they are of no meaning. */
  LongCells(TypeKind kind, Shapes.Digits digits) {
    this.kind = kind;
    this.digits = digits;
  }

  /**
   * One number for each of the first rows, 0 for NULL; valid until the next call. Fails with a
   * ClassCastException or ArithmeticException where a value is not of the column's type.
   */
  long[] of(ColumnValues values, int rows) {
    if (values instanceof LongValues longs && fits(longs)) {
      return longs.numbers();
    }
    if (converted.length < rows) {
      converted = new long[rows];
    }
    if (kind == TypeKind.FLOAT && values instanceof DoubleValues doubles) {
      copyBits(doubles.numbers(), rows);
      return converted;
    }
    for (int row = 0; row < rows; row++) {
      converted[row] = values.isNull(row) ? 0 : number(values, row);
    }
    return converted;
  }

  private boolean fits(LongValues values) {
    Meaning meaning = values.meaning();
    return switch (kind) {
      case INTEGER -> meaning == Meaning.INTEGER;
      case DECIMAL -> meaning == Meaning.DECIMAL && values.scale() == digits.scale();
      case BOOLEAN -> meaning == Meaning.TRUTH;
      case DATE -> meaning == Meaning.DAYS;
      case TIMESTAMP -> meaning == Meaning.MICROS;
      case TIMESTAMP_TZ -> meaning == Meaning.MICROS_UTC;
      case FLOAT, TIME, TEXT, INTERVAL, BINARY, UUID, JSON, LIST, STRUCT, MAP, OTHER -> false;
    };
  }

  private long number(ColumnValues values, int row) {
    return switch (kind) {
      case INTEGER -> values.longValue(row);
      case FLOAT -> Double.doubleToRawLongBits(values.doubleValue(row));
      case DECIMAL -> digits.unscaled((BigDecimal) values.value(row));
      case BOOLEAN -> (Boolean) values.value(row) ? 1 : 0;
      case DATE -> Math.toIntExact(((LocalDate) values.value(row)).toEpochDay());
      case TIME -> ((LocalTime) values.value(row)).toNanoOfDay() / NANOS_OF_MICRO;
      case TIMESTAMP -> Shapes.micros(((LocalDateTime) values.value(row)).atOffset(ZoneOffset.UTC));
      case TIMESTAMP_TZ -> Shapes.micros((OffsetDateTime) values.value(row));
      case TEXT, INTERVAL, BINARY, UUID, JSON, LIST, STRUCT, MAP, OTHER ->
          throw new ClassCastException("no number stands for a " + kind);
    };
  }

  private void copyBits(double[] numbers, int rows) {
    for (int row = 0; row < rows; row++) {
      converted[row] = Double.doubleToRawLongBits(numbers[row]);
    }
  }
}
