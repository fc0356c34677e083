package dev.alidade.engine.duckdb.isolated;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads what {@link Encoder} wrote; a count that cannot be true is a failure, not an allocation.
 */
final class Decoder {
  private final ByteBuffer buffer;

  Decoder(byte[] bytes) {
    buffer = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
  }

  int integer() {
    return buffer.getInt();
  }

  long number() {
    return buffer.getLong();
  }

  double fraction() {
    return buffer.getDouble();
  }

  String text() {
    int length = count();
    String text = new String(buffer.array(), buffer.position(), length, StandardCharsets.UTF_8);
    buffer.position(buffer.position() + length);
    return text;
  }

  List<String> texts() {
    int size = count();
    List<String> texts = new ArrayList<>(size);
    for (int index = 0; index < size; index++) {
      texts.add(text());
    }
    return texts;
  }

  /** What is left to read, from where it stands. */
  ByteBuffer rest() {
    return buffer;
  }

  /** How many things follow: each takes a byte at least. */
  int count() {
    int count = buffer.getInt();
    if (count < 0 || count > buffer.remaining()) {
      throw new IllegalStateException("a message speaks of more than it holds");
    }
    return count;
  }

  /** A value; null where there is none. */
  Object value() {
    return switch (ValueTag.of(buffer.get())) {
      case NULL -> null;
      case TRUE -> true;
      case FALSE -> false;
      case LONG -> number();
      case DOUBLE -> fraction();
      case TEXT -> text();
      case BIG_INTEGER -> new BigInteger(bytes());
      case SHORT_DECIMAL -> BigDecimal.valueOf(number(), integer());
      case DECIMAL -> new BigDecimal(new BigInteger(bytes()), integer());
      case DATE -> LocalDate.ofEpochDay(number());
      case TIME -> LocalTime.ofNanoOfDay(number());
      case DATE_TIME -> dateTime();
      case OFFSET_DATE_TIME -> OffsetDateTime.of(dateTime(), ZoneOffset.ofTotalSeconds(integer()));
      case UUID -> new UUID(number(), number());
      case BYTES -> bytes();
      case LIST -> list();
      case MAP -> map();
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[count()];
    buffer.get(bytes);
    return bytes;
  }

  private LocalDateTime dateTime() {
    return LocalDateTime.of(LocalDate.ofEpochDay(number()), LocalTime.ofNanoOfDay(number()));
  }

  private List<Object> list() {
    int size = count();
    List<Object> list = new ArrayList<>(size);
    for (int index = 0; index < size; index++) {
      list.add(value());
    }
    return list;
  }

  private Map<String, Object> map() {
    int size = count();
    Map<String, Object> map = new LinkedHashMap<>();
    for (int index = 0; index < size; index++) {
      map.put(text(), value());
    }
    return map;
  }
}
