package dev.alidade.export;

import dev.alidade.engine.ResultColumn;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DateType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.JsonType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.UUIDType;

/**
 * A column as a Parquet file has it: its type there, and what gathers its values.
 *
 * @param values makes what holds the values of one row group
 */
record ParquetColumn(SchemaElement schema, Supplier<ParquetValues> values) {
  private static final int WIDE = 16;
  private static final Shapes.Digits NO_DIGITS = new Shapes.Digits(0, 0);

  static ParquetColumn of(String name, ResultColumn column) {
    TypeKind kind = column.type().kind();
    return switch (kind) {
      case BOOLEAN, INTEGER, FLOAT, DATE, TIME, TIMESTAMP, TIMESTAMP_TZ -> number(name, kind);
      case DECIMAL -> decimal(name, column);
      case BINARY ->
          bytes(element(name, Type.BYTE_ARRAY), ByteCells.by(value -> (byte[]) value), false);
      case UUID ->
          bytes(
              fixed(name).setLogicalType(LogicalType.UUID(new UUIDType())),
              ByteCells.by(value -> bytes((UUID) value)),
              false);
      case JSON, LIST, STRUCT, MAP ->
          text(name, kind, LogicalType.JSON(new JsonType()), ConvertedType.JSON);
      case TEXT, INTERVAL, OTHER -> text(name, kind);
    };
  }

  String name() {
    return schema.getName();
  }

  private static ParquetColumn number(String name, TypeKind kind) {
    TimeUnit micros = TimeUnit.MICROS(new MicroSeconds());
    return switch (kind) {
      case BOOLEAN -> numbers(element(name, Type.BOOLEAN), kind, NO_DIGITS);
      case FLOAT -> numbers(element(name, Type.DOUBLE), kind, NO_DIGITS);
      case DATE ->
          numbers(
              element(name, Type.INT32)
                  .setLogicalType(LogicalType.DATE(new DateType()))
                  .setConverted_type(ConvertedType.DATE),
              kind,
              NO_DIGITS);
      case TIME -> whole(name, kind, LogicalType.TIME(new TimeType(false, micros)));
      case TIMESTAMP -> whole(name, kind, LogicalType.TIMESTAMP(new TimestampType(false, micros)));
      case TIMESTAMP_TZ ->
          whole(name, kind, LogicalType.TIMESTAMP(new TimestampType(true, micros)));
      case INTEGER, DECIMAL, TEXT, INTERVAL, BINARY, UUID, JSON, LIST, STRUCT, MAP, OTHER ->
          numbers(element(name, Type.INT64), kind, NO_DIGITS);
    };
  }

  private static ParquetColumn whole(String name, TypeKind kind, LogicalType meaning) {
    return numbers(element(name, Type.INT64).setLogicalType(meaning), kind, NO_DIGITS);
  }

  private static ParquetColumn decimal(String name, ResultColumn column) {
    Optional<Shapes.Digits> known = Shapes.digits(column.type());
    if (known.isEmpty()) {
      return text(name, column.type().kind());
    }
    Shapes.Digits digits = known.get();
    SchemaElement schema = digits.isLong() ? element(name, Type.INT64) : fixed(name);
    schema
        .setLogicalType(LogicalType.DECIMAL(new DecimalType(digits.scale(), digits.precision())))
        .setConverted_type(ConvertedType.DECIMAL)
        .setScale(digits.scale())
        .setPrecision(digits.precision());
    return digits.isLong()
        ? numbers(schema, TypeKind.DECIMAL, digits)
        : bytes(schema, ByteCells.by(value -> wide((BigDecimal) value, digits.scale())), true);
  }

  private static byte[] wide(BigDecimal number, int scale) {
    byte[] digits = number.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().toByteArray();
    byte[] bytes = new byte[WIDE];
    Arrays.fill(bytes, (byte) (number.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, bytes, WIDE - digits.length, digits.length);
    return bytes;
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(WIDE)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }

  private static ParquetColumn text(String name, TypeKind kind) {
    return text(name, kind, LogicalType.STRING(new StringType()), ConvertedType.UTF8);
  }

  private static ParquetColumn text(
      String name, TypeKind kind, LogicalType meaning, ConvertedType older) {
    return bytes(
        element(name, Type.BYTE_ARRAY).setLogicalType(meaning).setConverted_type(older),
        ByteCells.text(kind),
        false);
  }

  private static ParquetColumn numbers(SchemaElement schema, TypeKind kind, Shapes.Digits digits) {
    return new ParquetColumn(
        schema, () -> new ParquetNumbers(schema.getType(), new LongCells(kind, digits)));
  }

  private static ParquetColumn bytes(SchemaElement schema, ByteCells cells, boolean signed) {
    boolean fixed = schema.getType() == Type.FIXED_LEN_BYTE_ARRAY;
    return new ParquetColumn(schema, () -> new ParquetBytes(cells, fixed, signed));
  }

  private static SchemaElement fixed(String name) {
    return element(name, Type.FIXED_LEN_BYTE_ARRAY).setType_length(WIDE);
  }

  private static SchemaElement element(String name, Type type) {
    return new SchemaElement(name).setType(type).setRepetition_type(FieldRepetitionType.OPTIONAL);
  }
}
