package dev.alidade.engine.duckdb.run;

import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duckdb.DuckDBStruct;

/** Reads cells of types that the engine's vectors do not offer: nested, enumerated, rare ones. */
final class RowValues {
  private RowValues() {}

  /** The value in column {@code index}, counted from 1, as the contract of Batch says. */
  static Object read(ResultSet row, int index, DataType type) throws SQLException {
    Object raw =
        type.kind() == TypeKind.TIMESTAMP
            ? row.getObject(index, LocalDateTime.class)
            : row.getObject(index);
    if (raw == null) {
      return null;
    }
    return switch (type.kind()) {
      case INTEGER -> raw instanceof String digits ? new BigInteger(digits) : plain(raw);
      case TEXT, JSON, INTERVAL, OTHER -> raw.toString();
      case BOOLEAN,
          DECIMAL,
          FLOAT,
          DATE,
          TIME,
          TIMESTAMP,
          TIMESTAMP_TZ,
          BINARY,
          UUID,
          LIST,
          STRUCT,
          MAP ->
          plain(raw);
    };
  }

  private static Object plain(Object raw) throws SQLException {
    return switch (raw) {
      case null -> null;
      case Byte number -> number.longValue();
      case Short number -> number.longValue();
      case Integer number -> number.longValue();
      case Float number -> DoubleBuilder.shortest(number);
      case Timestamp timestamp -> timestamp.toLocalDateTime();
      case Blob blob -> blob.getBytes(1, (int) blob.length());
      case Array array -> list((Object[]) array.getArray());
      case DuckDBStruct struct -> struct(struct.getMap());
      case Map<?, ?> map -> map(map);
      case UUID uuid -> uuid;
      default -> raw;
    };
  }

  private static List<Object> list(Object[] elements) throws SQLException {
    List<Object> list = new ArrayList<>(elements.length);
    for (Object element : elements) {
      list.add(plain(element));
    }
    return list;
  }

  private static Map<String, Object> struct(Map<String, Object> fields) throws SQLException {
    Map<String, Object> struct = new LinkedHashMap<>();
    for (Map.Entry<String, Object> field : fields.entrySet()) {
      struct.put(field.getKey(), plain(field.getValue()));
    }
    return struct;
  }

  private static Map<String, Object> map(Map<?, ?> entries) throws SQLException {
    Map<String, Object> map = new LinkedHashMap<>();
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      map.put(String.valueOf(plain(entry.getKey())), plain(entry.getValue()));
    }
    return map;
  }
}
