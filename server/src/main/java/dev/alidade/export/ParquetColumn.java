package dev.alidade.export;

import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.jsonType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timeType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.uuidType;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** A column's Parquet type and the way its values get into a column of that type. */
record ParquetColumn(PrimitiveType type, Setter setter) {
  private static final int WIDE = 16;

  /** Writes one value that is not NULL. */
  @FunctionalInterface
  interface Setter {
    void set(ColumnWriter writer, Batch batch, int column, int row);
  }

  static ParquetColumn of(String name, ResultColumn column) {
    return switch (column.type().kind()) {
      case BOOLEAN ->
          plain(
              name,
              PrimitiveTypeName.BOOLEAN,
              (writer, batch, index, row) ->
                  writer.write((boolean) (Boolean) batch.value(index, row), 0, 1));
      case INTEGER ->
          plain(
              name,
              PrimitiveTypeName.INT64,
              (writer, batch, index, row) -> writer.write(batch.longValue(index, row), 0, 1));
      case FLOAT ->
          plain(
              name,
              PrimitiveTypeName.DOUBLE,
              (writer, batch, index, row) -> writer.write(batch.doubleValue(index, row), 0, 1));
      case DECIMAL -> decimal(name, column);
      case DATE ->
          logical(
              name,
              PrimitiveTypeName.INT32,
              dateType(),
              (writer, batch, index, row) ->
                  writer.write(
                      Math.toIntExact(((LocalDate) batch.value(index, row)).toEpochDay()), 0, 1));
      case TIME ->
          logical(
              name,
              PrimitiveTypeName.INT64,
              timeType(false, TimeUnit.MICROS),
              (writer, batch, index, row) ->
                  writer.write(((LocalTime) batch.value(index, row)).toNanoOfDay() / 1_000, 0, 1));
      case TIMESTAMP ->
          logical(
              name,
              PrimitiveTypeName.INT64,
              timestampType(false, TimeUnit.MICROS),
              (writer, batch, index, row) ->
                  writer.write(
                      Shapes.micros(
                          ((LocalDateTime) batch.value(index, row)).atOffset(ZoneOffset.UTC)),
                      0,
                      1));
      case TIMESTAMP_TZ ->
          logical(
              name,
              PrimitiveTypeName.INT64,
              timestampType(true, TimeUnit.MICROS),
              (writer, batch, index, row) ->
                  writer.write(Shapes.micros((OffsetDateTime) batch.value(index, row)), 0, 1));
      case BINARY ->
          plain(
              name,
              PrimitiveTypeName.BINARY,
              (writer, batch, index, row) ->
                  writer.write(
                      Binary.fromConstantByteArray((byte[]) batch.value(index, row)), 0, 1));
      case UUID ->
          new ParquetColumn(
              fixed(name, uuidType()),
              (writer, batch, index, row) ->
                  writer.write(bytes((UUID) batch.value(index, row)), 0, 1));
      case JSON, LIST, STRUCT, MAP -> text(name, column, jsonType());
      case TEXT, INTERVAL, OTHER -> text(name, column, stringType());
    };
  }

  private static ParquetColumn decimal(String name, ResultColumn column) {
    Optional<Shapes.Digits> digits = Shapes.digits(column.type());
    if (digits.isEmpty()) {
      return text(name, column, stringType());
    }
    int scale = digits.get().scale();
    LogicalTypeAnnotation type = decimalType(scale, digits.get().precision());
    if (digits.get().isLong()) {
      return logical(
          name,
          PrimitiveTypeName.INT64,
          type,
          (writer, batch, index, row) ->
              writer.write(digits.get().unscaled((BigDecimal) batch.value(index, row)), 0, 1));
    }
    return new ParquetColumn(
        fixed(name, type),
        (writer, batch, index, row) -> writer.write(wide(exact(batch, index, row, scale)), 0, 1));
  }

  private static BigDecimal exact(Batch batch, int column, int row, int scale) {
    return ((BigDecimal) batch.value(column, row)).setScale(scale, RoundingMode.UNNECESSARY);
  }

  private static Binary wide(BigDecimal number) {
    byte[] digits = number.unscaledValue().toByteArray();
    byte[] bytes = new byte[WIDE];
    Arrays.fill(bytes, (byte) (number.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, WIDE - digits.length, digits.length);
    return Binary.fromConstantByteArray(bytes);
  }

  private static Binary bytes(UUID id) {
    return Binary.fromConstantByteArray(
        ByteBuffer.allocate(WIDE)
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array());
  }

  private static ParquetColumn text(String name, ResultColumn column, LogicalTypeAnnotation type) {
    return logical(
        name,
        PrimitiveTypeName.BINARY,
        type,
        (writer, batch, index, row) ->
            writer.write(
                Binary.fromString(Shapes.text(column.type().kind(), batch.value(index, row))),
                0,
                1));
  }

  private static ParquetColumn plain(String name, PrimitiveTypeName type, Setter setter) {
    return new ParquetColumn(Types.optional(type).named(name), setter);
  }

  private static ParquetColumn logical(
      String name, PrimitiveTypeName type, LogicalTypeAnnotation meaning, Setter setter) {
    return new ParquetColumn(Types.optional(type).as(meaning).named(name), setter);
  }

  private static PrimitiveType fixed(String name, LogicalTypeAnnotation meaning) {
    return Types.optional(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY)
        .length(WIDE)
        .as(meaning)
        .named(name);
  }
}
