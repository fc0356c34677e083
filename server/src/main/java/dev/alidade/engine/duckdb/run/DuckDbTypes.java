package dev.alidade.engine.duckdb.run;

import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.util.Map;

/** Names of DuckDB's types as Alidade's kinds. */
public final class DuckDbTypes {
  private static final Map<String, TypeKind> KINDS =
      Map.ofEntries(
          Map.entry("BOOLEAN", TypeKind.BOOLEAN),
          Map.entry("TINYINT", TypeKind.INTEGER),
          Map.entry("SMALLINT", TypeKind.INTEGER),
          Map.entry("INTEGER", TypeKind.INTEGER),
          Map.entry("BIGINT", TypeKind.INTEGER),
          Map.entry("HUGEINT", TypeKind.INTEGER),
          Map.entry("UTINYINT", TypeKind.INTEGER),
          Map.entry("USMALLINT", TypeKind.INTEGER),
          Map.entry("UINTEGER", TypeKind.INTEGER),
          Map.entry("UBIGINT", TypeKind.INTEGER),
          Map.entry("UHUGEINT", TypeKind.INTEGER),
          Map.entry("BIGNUM", TypeKind.INTEGER),
          Map.entry("FLOAT", TypeKind.FLOAT),
          Map.entry("DOUBLE", TypeKind.FLOAT),
          Map.entry("DECIMAL", TypeKind.DECIMAL),
          Map.entry("VARCHAR", TypeKind.TEXT),
          Map.entry("ENUM", TypeKind.TEXT),
          Map.entry("BIT", TypeKind.TEXT),
          Map.entry("DATE", TypeKind.DATE),
          Map.entry("TIME", TypeKind.TIME),
          Map.entry("TIME_NS", TypeKind.TIME),
          Map.entry("TIMESTAMP", TypeKind.TIMESTAMP),
          Map.entry("TIMESTAMP_S", TypeKind.TIMESTAMP),
          Map.entry("TIMESTAMP_MS", TypeKind.TIMESTAMP),
          Map.entry("TIMESTAMP_NS", TypeKind.TIMESTAMP),
          Map.entry("TIMESTAMP WITH TIME ZONE", TypeKind.TIMESTAMP_TZ),
          Map.entry("INTERVAL", TypeKind.INTERVAL),
          Map.entry("BLOB", TypeKind.BINARY),
          Map.entry("GEOMETRY", TypeKind.BINARY),
          Map.entry("UUID", TypeKind.UUID),
          Map.entry("JSON", TypeKind.JSON),
          Map.entry("STRUCT", TypeKind.STRUCT),
          Map.entry("TUPLE", TypeKind.STRUCT),
          Map.entry("MAP", TypeKind.MAP));

  private DuckDbTypes() {}

  /** The type that DuckDB writes so, such as {@code DECIMAL(10,2)} or {@code INTEGER[]}. */
  public static DataType of(String engineName) {
    return new DataType(kind(engineName), engineName);
  }

  private static TypeKind kind(String engineName) {
    if (engineName.endsWith("]")) {
      return TypeKind.LIST;
    }
    int arguments = engineName.indexOf('(');
    String name = arguments < 0 ? engineName : engineName.substring(0, arguments);
    return KINDS.getOrDefault(name, TypeKind.OTHER);
  }
}
