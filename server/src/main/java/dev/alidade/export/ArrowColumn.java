package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.query.Cells;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.BitVector;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.DecimalVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.TimeMicroVector;
import org.apache.arrow.vector.TimeStampVector;
import org.apache.arrow.vector.VarBinaryVector;
import org.apache.arrow.vector.VarCharVector;
import org.apache.arrow.vector.types.DateUnit;
import org.apache.arrow.vector.types.FloatingPointPrecision;
import org.apache.arrow.vector.types.TimeUnit;
import org.apache.arrow.vector.types.pojo.ArrowType;
import org.apache.arrow.vector.types.pojo.Field;

/** A column's Arrow field and the way its values get into a vector of that field. */
record ArrowColumn(Field field, Setter setter) {

  @FunctionalInterface
  interface Setter {
    void set(FieldVector vector, Batch batch, int column, int row);
  }

  static ArrowColumn of(ResultColumn column) {
    return switch (column.type().kind()) {
      case BOOLEAN ->
          nullable(
              column,
              ArrowType.Bool.INSTANCE,
              (vector, batch, index, row) ->
                  ((BitVector) vector).setSafe(row, (Boolean) batch.value(index, row) ? 1 : 0));
      case INTEGER -> nullable(column, new ArrowType.Int(64, true), ArrowColumn::setInteger);
      case DECIMAL -> decimal(column);
      case FLOAT ->
          nullable(
              column,
              new ArrowType.FloatingPoint(FloatingPointPrecision.DOUBLE),
              (vector, batch, index, row) ->
                  ((Float8Vector) vector).setSafe(row, batch.doubleValue(index, row)));
      case DATE ->
          nullable(
              column,
              new ArrowType.Date(DateUnit.DAY),
              (vector, batch, index, row) ->
                  ((DateDayVector) vector)
                      .setSafe(
                          row,
                          Math.toIntExact(((LocalDate) batch.value(index, row)).toEpochDay())));
      case TIME ->
          nullable(
              column,
              new ArrowType.Time(TimeUnit.MICROSECOND, 64),
              (vector, batch, index, row) ->
                  ((TimeMicroVector) vector)
                      .setSafe(row, ((LocalTime) batch.value(index, row)).toNanoOfDay() / 1_000));
      case TIMESTAMP ->
          nullable(
              column,
              new ArrowType.Timestamp(TimeUnit.MICROSECOND, null),
              (vector, batch, index, row) ->
                  ((TimeStampVector) vector)
                      .setSafe(
                          row,
                          Shapes.micros(
                              ((LocalDateTime) batch.value(index, row)).atOffset(ZoneOffset.UTC))));
      case TIMESTAMP_TZ ->
          nullable(
              column,
              new ArrowType.Timestamp(TimeUnit.MICROSECOND, "UTC"),
              (vector, batch, index, row) ->
                  ((TimeStampVector) vector)
                      .setSafe(row, Shapes.micros((OffsetDateTime) batch.value(index, row))));
      case BINARY ->
          nullable(
              column,
              ArrowType.Binary.INSTANCE,
              (vector, batch, index, row) ->
                  ((VarBinaryVector) vector).setSafe(row, (byte[]) batch.value(index, row)));
      case LIST, STRUCT, MAP ->
          text(column, (batch, index, row) -> NdjsonFormat.jsonOf(batch.value(index, row)));
      case TEXT, INTERVAL, UUID, JSON, OTHER ->
          text(column, (batch, index, row) -> Cells.toText(batch.value(index, row)));
    };
  }

  void set(FieldVector vector, Batch batch, int column, int row) {
    setter.set(vector, batch, column, row);
  }

  private static ArrowColumn decimal(ResultColumn column) {
    Optional<Shapes.Digits> digits = Shapes.digits(column.type());
    if (digits.isEmpty()) {
      return text(column, (batch, index, row) -> Cells.toText(batch.value(index, row)));
    }
    int scale = digits.get().scale();
    return nullable(
        column,
        new ArrowType.Decimal(digits.get().precision(), scale, 128),
        (vector, batch, index, row) -> {
          BigDecimal exact = (BigDecimal) batch.value(index, row);
          if (digits.get().isLong()) {
            ((DecimalVector) vector).setSafe(row, digits.get().unscaled(exact));
            return;
          }
          ((DecimalVector) vector).setSafe(row, exact.setScale(scale, RoundingMode.UNNECESSARY));
        });
  }

  private static void setInteger(FieldVector vector, Batch batch, int column, int row) {
    ((BigIntVector) vector).setSafe(row, batch.longValue(column, row));
  }

  @FunctionalInterface
  private interface TextOf {
    String read(Batch batch, int column, int row);
  }

  private static ArrowColumn text(ResultColumn column, TextOf textOf) {
    return nullable(
        column,
        ArrowType.Utf8.INSTANCE,
        (vector, batch, index, row) ->
            ((VarCharVector) vector)
                .setSafe(row, textOf.read(batch, index, row).getBytes(StandardCharsets.UTF_8)));
  }

  private static ArrowColumn nullable(ResultColumn column, ArrowType type, Setter setter) {
    return new ArrowColumn(Field.nullable(column.name(), type), setter);
  }
}
