package dev.alidade.engine;

import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
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

/** The values of a {@link Batch} as bytes; each comes back as it was. */
public final class ValueCodec {
  private static final int NULL = 0;
  private static final int FALSE = 1;
  private static final int TRUE = 2;
  private static final int LONG = 3;
  private static final int DOUBLE = 4;
  private static final int TEXT = 5;
  private static final int DECIMAL = 6;
  private static final int WIDE_INTEGER = 7;
  private static final int DATE = 8;
  private static final int TIME = 9;
  private static final int TIMESTAMP = 10;
  private static final int ZONED_TIMESTAMP = 11;
  private static final int BYTES = 12;
  private static final int ID = 13;
  private static final int LIST = 14;
  private static final int MAP = 15;

  /** Lists and maps in each other; what is deeper was never written by an engine. */
  private static final int DEEPEST = 1_000;

  private ValueCodec() {}

  /** Writes a value, or null. */
  public static void write(Object value, DataOutput out) throws IOException {
    switch (value) {
      case null -> out.writeByte(NULL);
      case Boolean truth -> out.writeByte(truth ? TRUE : FALSE);
      case Long number -> {
        out.writeByte(LONG);
        out.writeLong(number);
      }
      case Double number -> {
        out.writeByte(DOUBLE);
        out.writeDouble(number);
      }
      case BigDecimal number -> {
        out.writeByte(DECIMAL);
        out.writeInt(number.scale());
        writeBytes(number.unscaledValue().toByteArray(), out);
      }
      case BigInteger number -> writeTagged(WIDE_INTEGER, number.toByteArray(), out);
      case LocalDate date -> {
        out.writeByte(DATE);
        out.writeLong(date.toEpochDay());
      }
      case LocalTime time -> {
        out.writeByte(TIME);
        out.writeLong(time.toNanoOfDay());
      }
      case LocalDateTime time -> {
        out.writeByte(TIMESTAMP);
        writeTimestamp(time, out);
      }
      case OffsetDateTime time -> {
        out.writeByte(ZONED_TIMESTAMP);
        writeTimestamp(time.toLocalDateTime(), out);
        out.writeInt(time.getOffset().getTotalSeconds());
      }
      case byte[] bytes -> writeTagged(BYTES, bytes, out);
      case UUID id -> {
        out.writeByte(ID);
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
      }
      case List<?> list -> {
        out.writeByte(LIST);
        out.writeInt(list.size());
        for (Object element : list) {
          write(element, out);
        }
      }
      case Map<?, ?> map -> {
        out.writeByte(MAP);
        out.writeInt(map.size());
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          write(entry.getKey(), out);
          write(entry.getValue(), out);
        }
      }
      default -> writeTagged(TEXT, value.toString().getBytes(StandardCharsets.UTF_8), out);
    }
  }

  /**
   * The next value of bytes that lie in memory, so that {@code in} knows how many are left.
   *
   * @throws IOException where they are no value; other bytes than were written may also give
   *     another
   */
  public static Object read(DataInputStream in) throws IOException {
    return read(in, 0);
  }

  private static Object read(DataInputStream in, int depth) throws IOException {
    int tag = in.readUnsignedByte();
    return switch (tag) {
      case NULL -> null;
      case FALSE -> false;
      case TRUE -> true;
      case LONG -> in.readLong();
      case DOUBLE -> in.readDouble();
      case TEXT -> new String(readBytes(in), StandardCharsets.UTF_8);
      case DECIMAL -> {
        int scale = in.readInt();
        yield new BigDecimal(new BigInteger(readBytes(in)), scale);
      }
      case WIDE_INTEGER -> new BigInteger(readBytes(in));
      case DATE -> LocalDate.ofEpochDay(in.readLong());
      case TIME -> LocalTime.ofNanoOfDay(in.readLong());
      case TIMESTAMP -> readTimestamp(in);
      case ZONED_TIMESTAMP ->
          OffsetDateTime.of(readTimestamp(in), ZoneOffset.ofTotalSeconds(in.readInt()));
      case BYTES -> readBytes(in);
      case ID -> new UUID(in.readLong(), in.readLong());
      case LIST -> readList(in, depth);
      case MAP -> readMap(in, depth);
      default -> throw new IOException("no value begins with " + tag);
    };
  }

  private static void writeTagged(int tag, byte[] bytes, DataOutput out) throws IOException {
    out.writeByte(tag);
    writeBytes(bytes, out);
  }

  private static void writeBytes(byte[] bytes, DataOutput out) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] readBytes(DataInputStream in) throws IOException {
    byte[] bytes = new byte[count(in, 0)];
    in.readFully(bytes);
    return bytes;
  }

  private static void writeTimestamp(LocalDateTime time, DataOutput out) throws IOException {
    out.writeLong(time.toLocalDate().toEpochDay());
    out.writeLong(time.toLocalTime().toNanoOfDay());
  }

  private static LocalDateTime readTimestamp(DataInputStream in) throws IOException {
    LocalDate date = LocalDate.ofEpochDay(in.readLong());
    return LocalDateTime.of(date, LocalTime.ofNanoOfDay(in.readLong()));
  }

  private static List<Object> readList(DataInputStream in, int depth) throws IOException {
    int size = count(in, depth);
    List<Object> list = new ArrayList<>(size);
    for (int index = 0; index < size; index++) {
      list.add(read(in, depth + 1));
    }
    return list;
  }

  private static Map<Object, Object> readMap(DataInputStream in, int depth) throws IOException {
    int size = count(in, depth);
    Map<Object, Object> map = LinkedHashMap.newLinkedHashMap(size);
    for (int index = 0; index < size; index++) {
      Object key = read(in, depth + 1);
      map.put(key, read(in, depth + 1));
    }
    return map;
  }

  // Each byte or element takes a byte at least, so a wrong count claims no memory.
  private static int count(DataInputStream in, int depth) throws IOException {
    int count = in.readInt();
    if (count < 0 || count > in.available() || depth > DEEPEST) {
      throw new IOException("no value has %d parts here".formatted(count));
    }
    return count;
  }
}
