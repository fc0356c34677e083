package dev.alidade.export;

import java.util.ArrayList;
import java.util.List;
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
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;

/** The types of columns as the end of a Parquet file tells them. */
final class ParquetSchema {
  private ParquetSchema() {}

  static List<SchemaElement> of(List<ParquetColumn> columns) {
    List<SchemaElement> elements = new ArrayList<>();
    elements.add(new SchemaElement("result").setNum_children(columns.size()));
    columns.forEach(column -> elements.add(element(column.type())));
    return elements;
  }

  static Type physical(PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> Type.BOOLEAN;
      case INT32 -> Type.INT32;
      case INT64 -> Type.INT64;
      case INT96 -> Type.INT96;
      case FLOAT -> Type.FLOAT;
      case DOUBLE -> Type.DOUBLE;
      case BINARY -> Type.BYTE_ARRAY;
      case FIXED_LEN_BYTE_ARRAY -> Type.FIXED_LEN_BYTE_ARRAY;
    };
  }

  private static SchemaElement element(PrimitiveType type) {
    SchemaElement element =
        new SchemaElement(type.getName())
            .setType(physical(type))
            .setRepetition_type(FieldRepetitionType.OPTIONAL);
    if (element.getType() == Type.FIXED_LEN_BYTE_ARRAY) {
      element.setType_length(type.getTypeLength());
    }
    if (type.getLogicalTypeAnnotation() != null) {
      mean(element, type.getLogicalTypeAnnotation());
    }
    return element;
  }

  private static void mean(SchemaElement element, LogicalTypeAnnotation meaning) {
    TimeUnit micros = TimeUnit.MICROS(new MicroSeconds());
    switch (meaning) {
      case StringLogicalTypeAnnotation text ->
          element
              .setLogicalType(LogicalType.STRING(new StringType()))
              .setConverted_type(ConvertedType.UTF8);
      case JsonLogicalTypeAnnotation json ->
          element
              .setLogicalType(LogicalType.JSON(new JsonType()))
              .setConverted_type(ConvertedType.JSON);
      case DateLogicalTypeAnnotation date ->
          element
              .setLogicalType(LogicalType.DATE(new DateType()))
              .setConverted_type(ConvertedType.DATE);
      case UUIDLogicalTypeAnnotation id -> element.setLogicalType(LogicalType.UUID(new UUIDType()));
      case DecimalLogicalTypeAnnotation decimal ->
          element
              .setLogicalType(
                  LogicalType.DECIMAL(new DecimalType(decimal.getScale(), decimal.getPrecision())))
              .setConverted_type(ConvertedType.DECIMAL)
              .setScale(decimal.getScale())
              .setPrecision(decimal.getPrecision());
      case TimeLogicalTypeAnnotation time ->
          element.setLogicalType(LogicalType.TIME(new TimeType(time.isAdjustedToUTC(), micros)));
      case TimestampLogicalTypeAnnotation time ->
          element.setLogicalType(
              LogicalType.TIMESTAMP(new TimestampType(time.isAdjustedToUTC(), micros)));
      default -> throw new IllegalArgumentException("no column has the type " + meaning);
    }
  }
}
