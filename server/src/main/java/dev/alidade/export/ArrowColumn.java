package dev.alidade.export;

import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.TextValues;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import org.apache.arrow.memory.ArrowBuf;
import org.apache.arrow.vector.BaseFixedWidthVector;
import org.apache.arrow.vector.BaseVariableWidthVector;
import org.apache.arrow.vector.BitVectorHelper;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** A column's Arrow field, and how its values get into a vector of that field as whole arrays. */
record ArrowColumn(Field field, Filler filler) {
  private static final Shapes.Digits NO_DIGITS = new Shapes.Digits(0, 0);

  /** Fills an empty vector with the first rows of a column. */
  @FunctionalInterface
  interface Filler {
    void fill(FieldVector vector, ColumnValues values, int rows);
  }

  /** Writes a number of a row into the memory of a vector. */
  @FunctionalInterface
  private interface Writer {
    void write(ByteBuffer memory, long[] numbers, int rows);
  }

  static ArrowColumn of(ResultColumn column) {
    return switch (column.type().kind()) {
      case BOOLEAN -> numbers(column, ArrowType.Bool.INSTANCE, ArrowColumn::bits);
      case INTEGER -> numbers(column, new ArrowType.Int(Long.SIZE, true), ArrowColumn::longs);
      case DECIMAL -> decimal(column);
      case FLOAT ->
          numbers(
              column,
              new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE),
              ArrowColumn::longs);
      case DATE -> numbers(column, new ArrowType.Date(DateUnit.DAY), ArrowColumn::ints);
      case TIME ->
          numbers(column, new ArrowType.Time(TimeUnit.MICROSECOND, Long.SIZE), ArrowColumn::longs);
      case TIMESTAMP ->
          numbers(column, new ArrowType.Timestamp(TimeUnit.MICROSECOND, null), ArrowColumn::longs);
      case TIMESTAMP_TZ ->
          numbers(column, new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC"), ArrowColumn::longs);
      case BINARY ->
          bytes(column, ArrowType.Binary.INSTANCE, ByteCells.by(value -> (byte[]) value));
      case LIST, STRUCT, MAP, TEXT, INTERVAL, UUID, JSON, OTHER -> text(column);
    };
  }

  private static ArrowColumn decimal(ResultColumn column) {
    Optional<Shapes.Digits> known = Shapes.digits(column.type());
    if (known.isEmpty()) {
      return text(column);
    }
    Shapes.Digits digits = known.get();
    ArrowType type = new ArrowType.Decimal(digits.precision(), digits.scale(), 128);
    if (digits.isLong()) {
      return numbers(column, type, new LongCells(TypeKind.DECIMAL, digits), ArrowColumn::wide);
    }
    return nullable(
        column,
        type,
        (vector, values, rows) -> {
          DecimalVector decimals = (DecimalVector) vector;
          decimals.allocateNew(rows);
          for (int row = 0; row < rows; row++) {
            if (!values.isNull(row)) {
              BigDecimal exact = (BigDecimal) values.value(row);
              decimals.set(row, exact.setScale(digits.scale(), RoundingMode.UNNECESSARY));
            }
          }
        });
  }

  private static ArrowColumn numbers(ResultColumn column, ArrowType type, Writer writer) {
    return numbers(column, type, new LongCells(column.type().kind(), NO_DIGITS), writer);
  }

  private static ArrowColumn numbers(
      ResultColumn column, ArrowType type, LongCells cells, Writer writer) {
    return nullable(
        column,
        type,
        (vector, values, rows) -> {
          long[] numbers = cells.of(values, rows);
          ((BaseFixedWidthVector) vector).allocateNew(rows);
          writer.write(memory(vector.getDataBuffer()), numbers, rows);
          validate(vector, values, rows);
        });
  }

  private static ArrowColumn text(ResultColumn column) {
    return bytes(column, ArrowType.Utf8.INSTANCE, ByteCells.text(column.type().kind()));
  }

  private static ArrowColumn bytes(ResultColumn column, ArrowType type, ByteCells cells) {
    return nullable(
        column,
        type,
        (vector, values, rows) -> {
          TextValues texts = cells.of(values, rows);
          int from = texts.starts()[0];
          int length = texts.starts()[rows] - from;
          ((BaseVariableWidthVector) vector).allocateNew(length, rows);
          vector.getDataBuffer().setBytes(0, texts.bytes(), from, length);
          offsets(memory(vector.getOffsetBuffer()), texts.starts(), rows);
          validate(vector, values, rows);
          ((BaseVariableWidthVector) vector).setLastSet(rows - 1);
        });
  }

  private static void offsets(ByteBuffer memory, int[] starts, int rows) {
    if (starts[0] == 0) {
      memory.asIntBuffer().put(starts, 0, rows + 1);
      return;
    }
    for (int row = 0; row <= rows; row++) {
      memory.putInt(row * Integer.BYTES, starts[row] - starts[0]);
    }
  }

  /** Says which rows have a value. */
  private static void validate(FieldVector vector, ColumnValues values, int rows) {
    ArrowBuf validity = vector.getValidityBuffer();
    validity.setOne(0L, (rows + 7L) / Byte.SIZE);
    if (!values.hasNulls()) {
      return;
    }
    for (int row = 0; row < rows; row++) {
      if (values.isNull(row)) {
        BitVectorHelper.unsetBit(validity, row);
      }
    }
  }

  private static ByteBuffer memory(ArrowBuf buffer) {
    return buffer.nioBuffer(0, Math.toIntExact(buffer.capacity())).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static void longs(ByteBuffer memory, long[] numbers, int rows) {
    memory.asLongBuffer().put(numbers, 0, rows);
  }

  private static void ints(ByteBuffer memory, long[] numbers, int rows) {
    for (int row = 0; row < rows; row++) {
      memory.putInt(row * Integer.BYTES, (int) numbers[row]);
    }
  }

  private static void wide(ByteBuffer memory, long[] numbers, int rows) {
    for (int row = 0; row < rows; row++) {
      memory.putLong(2 * row * Long.BYTES, numbers[row]);
      memory.putLong((2 * row + 1) * Long.BYTES, numbers[row] >> (Long.SIZE - 1));
    }
  }

  private static void bits(ByteBuffer memory, long[] numbers, int rows) {
    for (int first = 0; first < rows; first += Byte.SIZE) {
      int bits = 0;
      for (int row = first; row < Math.min(rows, first + Byte.SIZE); row++) {
        bits |= (int) numbers[row] << (row - first);
      }
      memory.put(first / Byte.SIZE, (byte) bits);
    }
  }

  private static ArrowColumn nullable(ResultColumn column, ArrowType type, Filler filler) {
    return new ArrowColumn(Field.nullable(column.name(), type), filler);
  }
}
