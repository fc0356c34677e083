package dev.alidade.engine.trino;

import io.trino.jdbc.$internal.client.Row;
import io.trino.jdbc.$internal.client.RowField;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns values as they come over Trino's wire into those of {@link dev.alidade.engine.Batch}. */
final class TrinoValues {
  private TrinoValues() {}

  /** The value, null where the wire has none. */
  static Object of(TypeText type, Object wire) {
    if (wire == null) {
      return null;
    }
    return switch (TrinoTypes.kind(type)) {
      case BOOLEAN, TEXT, JSON, BINARY -> wire instanceof byte[] ? wire : plain(wire);
      case INTEGER -> ((Number) wire).longValue();
      case FLOAT ->
          wire instanceof Float single
              ? TrinoTypes.shortest(single)
              : ((Number) wire).doubleValue();
      case DECIMAL -> new BigDecimal(wire.toString());
      case DATE -> date(wire.toString());
      case TIME -> TrinoTimes.time(wire.toString());
      case TIMESTAMP -> TrinoTimes.timestamp(wire.toString());
      case TIMESTAMP_TZ -> TrinoTimes.zoned(wire.toString());
      case INTERVAL -> TrinoTimes.interval(wire.toString());
      case UUID -> UUID.fromString(wire.toString());
      case LIST -> list(type, (List<?>) wire);
      case MAP -> map(type, (Map<?, ?>) wire);
      case STRUCT -> struct(type, (Row) wire);
      case OTHER -> wire instanceof byte[] bytes ? base64(bytes) : wire.toString();
    };
  }

  private static Object plain(Object wire) {
    return wire instanceof Boolean ? wire : wire.toString();
  }

  private static Object date(String text) {
    return TrinoTimes.timestamp(text + " 00:00:00").toLocalDate();
  }

  private static Object list(TypeText type, List<?> wire) {
    List<Object> values = new ArrayList<>(wire.size());
    wire.forEach(value -> values.add(of(type.parts().getFirst(), value)));
    return values;
  }

  private static Object map(TypeText type, Map<?, ?> wire) {
    Map<Object, Object> values = new LinkedHashMap<>();
    wire.forEach(
        (key, value) ->
            values.put(of(type.parts().getFirst(), key), of(type.parts().getLast(), value)));
    return values;
  }

  /** Fields without names are called as Trino itself calls them. */
  private static Object struct(TypeText type, Row wire) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int index = 0; index < wire.getFields().size(); index++) {
      RowField field = wire.getFields().get(index);
      values.put(
          field.getName().orElse("field" + index), of(type.parts().get(index), field.getValue()));
    }
    return values;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
