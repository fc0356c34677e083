package dev.alidade.engine.postgres;

import dev.alidade.sql.TypeKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks the server what arrays and rows are made of; for one result. */
final class NestedTypes {
  private static final int DEEPEST = 20;
  private static final String TYPE =
      """
      SELECT t.typname, t.typtype, t.typbasetype, t.typrelid,
             CASE WHEN t.typlen = -1 AND t.typelem <> 0 AND t.typcategory = 'A'
                  THEN t.typelem ELSE 0 END, coalesce(e.typdelim, ',')
      FROM pg_catalog.pg_type t LEFT JOIN pg_catalog.pg_type e ON e.oid = t.typelem
      WHERE t.oid =
      """;
  private static final String FIELDS =
      """
      SELECT attname, atttypid FROM pg_catalog.pg_attribute
      WHERE attrelid = ? AND attnum > 0 AND NOT attisdropped ORDER BY attnum
      """;

  private final Connection connection;
  private final Map<Long, NestedType> known = new HashMap<>();

  NestedTypes(Connection connection) {
    this.connection = connection;
  }

  /** The type that the driver calls so. */
  NestedType named(String name) throws SQLException {
    // The driver quotes a name only where it says the schema too.
    String quoted = name.startsWith("\"") ? name : new PostgresDialect().quote(name);
    return type("CAST(CAST(? AS regtype) AS oid)", quoted, 0);
  }

  private NestedType type(long oid, int depth) throws SQLException {
    NestedType type = known.get(oid);
    if (type == null) {
      type = type("?", oid, depth);
      known.put(oid, type);
    }
    return type;
  }

  private NestedType type(String condition, Object value, int depth) throws SQLException {
    String name;
    String typtype;
    long base;
    long row;
    long element;
    char delimiter;
    try (PreparedStatement statement = connection.prepareStatement(TYPE + condition)) {
      statement.setObject(1, value);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next() || depth > DEEPEST) {
          return new NestedType.Plain(TypeKind.OTHER);
        }
        name = result.getString(1);
        typtype = result.getString(2);
        base = result.getLong(3);
        row = result.getLong(4);
        element = result.getLong(5);
        delimiter = result.getString(6).charAt(0);
      }
    }
    if (base != 0) {
      return type(base, depth + 1);
    }
    if (element != 0) {
      return new NestedType.Array(type(element, depth + 1), delimiter);
    }
    if (row != 0) {
      return row(row, depth + 1);
    }
    return new NestedType.Plain(PostgresTypes.of(name, typtype, false, name).kind());
  }

  private NestedType row(long relation, int depth) throws SQLException {
    List<String> names = new ArrayList<>();
    List<Long> oids = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(FIELDS)) {
      statement.setLong(1, relation);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          names.add(result.getString(1));
          oids.add(result.getLong(2));
        }
      }
    }
    List<NestedType> types = new ArrayList<>();
    for (long oid : oids) {
      types.add(type(oid, depth));
    }
    return new NestedType.Row(names, types);
  }
}
