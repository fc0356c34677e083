package dev.alidade.engine.trino;

import dev.alidade.engine.jdbc.CellReader;
import dev.alidade.engine.jdbc.ResultType;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.util.Map;

/** Trino's types as Alidade treats them, and how the driver's values become ours. */
final class TrinoTypes {
  /** Java's times end at nanoseconds; finer ones stay text, exactly. */
  private static final int FINEST = 9;

  private static final int USUAL_PRECISION = 3;

  private static final Map<String, TypeKind> KINDS =
      Map.ofEntries(
          Map.entry("boolean", TypeKind.BOOLEAN),
          Map.entry("tinyint", TypeKind.INTEGER),
          Map.entry("smallint", TypeKind.INTEGER),
          Map.entry("integer", TypeKind.INTEGER),
          Map.entry("bigint", TypeKind.INTEGER),
          Map.entry("real", TypeKind.FLOAT),
          Map.entry("double", TypeKind.FLOAT),
          Map.entry("decimal", TypeKind.DECIMAL),
          Map.entry("char", TypeKind.TEXT),
          Map.entry("varchar", TypeKind.TEXT),
          Map.entry("varbinary", TypeKind.BINARY),
          Map.entry("date", TypeKind.DATE),
          Map.entry("time", TypeKind.TIME),
          Map.entry("time with time zone", TypeKind.OTHER),
          Map.entry("timestamp", TypeKind.TIMESTAMP),
          Map.entry("timestamp with time zone", TypeKind.TIMESTAMP_TZ),
          Map.entry("interval day to second", TypeKind.INTERVAL),
          Map.entry("interval year to month", TypeKind.INTERVAL),
          Map.entry("uuid", TypeKind.UUID),
          Map.entry("json", TypeKind.JSON),
          Map.entry("array", TypeKind.LIST),
          Map.entry("map", TypeKind.MAP),
          Map.entry("row", TypeKind.STRUCT),
          Map.entry("number", TypeKind.OTHER),
          Map.entry("ipaddress", TypeKind.OTHER),
          Map.entry("hyperloglog", TypeKind.OTHER),
          Map.entry("p4hyperloglog", TypeKind.OTHER),
          Map.entry("setdigest", TypeKind.OTHER),
          Map.entry("qdigest", TypeKind.OTHER),
          Map.entry("tdigest", TypeKind.OTHER),
          Map.entry("geometry", TypeKind.OTHER),
          Map.entry("sphericalgeography", TypeKind.OTHER),
          Map.entry("color", TypeKind.OTHER),
          Map.entry("unknown", TypeKind.OTHER));

  private TrinoTypes() {}

  /** The type that the catalog or a result names so. */
  static DataType of(String name) {
    return new DataType(kind(TypeText.of(name)), name);
  }

  /** How a column of that type is read. */
  static ResultType result(String name) {
    TypeText type = TypeText.of(name);
    return new ResultType(new DataType(kind(type), name), reader(type));
  }

  static TypeKind kind(TypeText type) {
    TypeKind kind = KINDS.getOrDefault(type.base(), TypeKind.OTHER);
    boolean temporal =
        kind == TypeKind.TIME || kind == TypeKind.TIMESTAMP || kind == TypeKind.TIMESTAMP_TZ;
    return temporal && type.number(USUAL_PRECISION) > FINEST ? TypeKind.OTHER : kind;
  }

  static boolean isKnown(String base) {
    return KINDS.containsKey(base);
  }

  /** The double that is written with the same digits. */
  static double shortest(float value) {
    return Double.parseDouble(Float.toString(value));
  }

  private static CellReader reader(TypeText type) {
    return switch (kind(type)) {
      case INTEGER -> CellReader.longs();
      case FLOAT ->
          type.base().equals("real")
              ? CellReader.doubles((result, column) -> shortest(result.getFloat(column)))
              : CellReader.doubles();
      case TEXT, JSON -> CellReader.texts();
      case BOOLEAN,
          DECIMAL,
          DATE,
          TIME,
          TIMESTAMP,
          TIMESTAMP_TZ,
          INTERVAL,
          BINARY,
          UUID,
          LIST,
          STRUCT,
          MAP,
          OTHER ->
          // As an Object the driver gives what came over the wire: its own classes for times and
          // decimals inside of arrays and rows lose digits and zones.
          CellReader.objects(
              (result, column) -> TrinoValues.of(type, result.getObject(column, Object.class)));
    };
  }
}
