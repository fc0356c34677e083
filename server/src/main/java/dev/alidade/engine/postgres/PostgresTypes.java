package dev.alidade.engine.postgres;

import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.util.Map;
import java.util.Optional;

/** What PostgreSQL's types are to Alidade. */
final class PostgresTypes {
  private static final Map<String, TypeKind> KINDS =
      Map.ofEntries(
          Map.entry("bool", TypeKind.BOOLEAN),
          Map.entry("int2", TypeKind.INTEGER),
          Map.entry("int4", TypeKind.INTEGER),
          Map.entry("int8", TypeKind.INTEGER),
          Map.entry("oid", TypeKind.INTEGER),
          Map.entry("numeric", TypeKind.DECIMAL),
          Map.entry("float4", TypeKind.FLOAT),
          Map.entry("float8", TypeKind.FLOAT),
          Map.entry("text", TypeKind.TEXT),
          Map.entry("varchar", TypeKind.TEXT),
          Map.entry("bpchar", TypeKind.TEXT),
          Map.entry("char", TypeKind.TEXT),
          Map.entry("name", TypeKind.TEXT),
          Map.entry("citext", TypeKind.TEXT),
          Map.entry("unknown", TypeKind.TEXT),
          Map.entry("date", TypeKind.DATE),
          Map.entry("time", TypeKind.TIME),
          Map.entry("timestamp", TypeKind.TIMESTAMP),
          Map.entry("timestamptz", TypeKind.TIMESTAMP_TZ),
          Map.entry("interval", TypeKind.INTERVAL),
          Map.entry("bytea", TypeKind.BINARY),
          Map.entry("uuid", TypeKind.UUID),
          Map.entry("json", TypeKind.JSON),
          Map.entry("jsonb", TypeKind.JSON));

  private PostgresTypes() {}

  /** The kind of a type that is built in, or known by its name wherever it is installed. */
  static Optional<TypeKind> known(String name) {
    return Optional.ofNullable(KINDS.get(name));
  }

  /**
   * A type of the catalog.
   *
   * @param name its own name, or that of the type below a domain
   * @param typtype what {@code pg_type} says it is: e for an enum, c for a row, and so on
   * @param array whether it is an array
   * @param shown as the server writes it, with its length and scale
   */
  static DataType of(String name, String typtype, boolean array, String shown) {
    if (array) {
      return new DataType(TypeKind.LIST, shown);
    }
    TypeKind kind =
        known(name)
            .orElse(
                switch (typtype) {
                  case "e" -> TypeKind.TEXT;
                  case "c" -> TypeKind.STRUCT;
                  default -> TypeKind.OTHER;
                });
    return new DataType(kind, shown);
  }
}
