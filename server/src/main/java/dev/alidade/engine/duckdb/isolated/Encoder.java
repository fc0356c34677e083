package dev.alidade.engine.duckdb.isolated;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes one message; what it writes, {@link Decoder} reads. */
final class Encoder {
  /** Length and kind. */
  static final int HEADER = 5;

  private ByteBuffer buffer = ByteBuffer.allocate(512).order(ByteOrder.nativeOrder());

  Encoder(MessageKind kind) {
    buffer.putInt(0).put(kind.number());
  }

  /** Sends the message whole. */
  void send(OutputStream out) throws IOException {
    buffer.putInt(0, buffer.position() - HEADER);
    out.write(buffer.array(), 0, buffer.position());
    out.flush();
  }

  Encoder integer(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  Encoder number(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  Encoder fraction(double value) {
    room(Double.BYTES).putDouble(value);
    return this;
  }

  Encoder text(String value) {
    return bytes(value.getBytes(StandardCharsets.UTF_8));
  }

  Encoder texts(List<String> values) {
    integer(values.size());
    values.forEach(this::text);
    return this;
  }

  /** Room for {@code size} bytes more. */
  ByteBuffer room(int size) {
    if (buffer.remaining() < size) {
      int needed = Math.addExact(buffer.position(), size);
      int twice = (int) Math.min(Integer.MAX_VALUE - 16L, buffer.capacity() * 2L);
      ByteBuffer larger =
          ByteBuffer.allocate(Math.max(needed, twice)).order(ByteOrder.nativeOrder());
      buffer = larger.put(buffer.flip());
    }
    return buffer;
  }

  /** Any value that a parameter or a cell may have. */
  Encoder value(Object value) {
    switch (value) {
      case null -> tag(ValueTag.NULL);
      case Boolean is -> tag(is ? ValueTag.TRUE : ValueTag.FALSE);
      case Long number -> tag(ValueTag.LONG).number(number);
      case Double number -> tag(ValueTag.DOUBLE).fraction(number);
      case String text -> tag(ValueTag.TEXT).text(text);
      case BigInteger number -> tag(ValueTag.BIG_INTEGER).bytes(number.toByteArray());
      case BigDecimal number -> decimal(number);
      case LocalDate date -> tag(ValueTag.DATE).number(date.toEpochDay());
      case LocalTime time -> tag(ValueTag.TIME).number(time.toNanoOfDay());
      case LocalDateTime moment -> dateTime(tag(ValueTag.DATE_TIME), moment);
      case OffsetDateTime moment ->
          dateTime(tag(ValueTag.OFFSET_DATE_TIME), moment.toLocalDateTime())
              .integer(moment.getOffset().getTotalSeconds());
      case UUID id ->
          tag(ValueTag.UUID)
              .number(id.getMostSignificantBits())
              .number(id.getLeastSignificantBits());
      case byte[] bytes -> tag(ValueTag.BYTES).bytes(bytes);
      case List<?> list -> {
        tag(ValueTag.LIST).integer(list.size());
        list.forEach(this::value);
      }
      case Map<?, ?> map -> {
        tag(ValueTag.MAP).integer(map.size());
        map.forEach((name, field) -> text(String.valueOf(name)).value(field));
      }
      default -> throw new IllegalStateException("no value has the type " + value.getClass());
    }
    return this;
  }

  private Encoder bytes(byte[] value) {
    room(Integer.BYTES + value.length).putInt(value.length).put(value);
    return this;
  }

  private Encoder tag(ValueTag tag) {
    room(1).put(tag.number());
    return this;
  }

  /** Most decimals fit a long without their point. */
  private Encoder decimal(BigDecimal number) {
    BigInteger digits = number.unscaledValue();
    if (digits.bitLength() < Long.SIZE) {
      return tag(ValueTag.SHORT_DECIMAL).number(digits.longValue()).integer(number.scale());
    }
    return tag(ValueTag.DECIMAL).bytes(digits.toByteArray()).integer(number.scale());
  }

  private static Encoder dateTime(Encoder encoder, LocalDateTime moment) {
    return encoder
        .number(moment.toLocalDate().toEpochDay())
        .number(moment.toLocalTime().toNanoOfDay());
  }
}
