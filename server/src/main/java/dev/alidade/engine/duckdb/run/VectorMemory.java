package dev.alidade.engine.duckdb.run;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import org.duckdb.DuckDBReadableVector;

/**
 * The memory of one of the engine's vectors, laid out as its C interface says. The driver holds it,
 * but gives it out value by value only, with a lock and two objects for each text.
 */
final class VectorMemory {
  /** A text is 16 bytes: its length, and then itself or four bytes of it and where it is. */
  private static final int TEXT_BYTES = 16;

  private static final int SHORT_TEXT = 12;
  private static final int COPIED_BY_EIGHTS = 64;
  private static final Field DATA = field("data");
  private static final Field VALIDITY = field("validity");

  // The process may use native memory anyway, or there would be no engine.
  @SuppressWarnings("restricted")
  private static final MemorySegment EVERYWHERE = MemorySegment.NULL.reinterpret(Long.MAX_VALUE);

  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final VarHandle INT =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.nativeOrder());

  private final ByteBuffer data;
  // Null where every row has a value.
  private final ByteBuffer validity;

  /** The memory of a vector of the chunk that the result is at. */
  VectorMemory(DuckDBReadableVector vector) {
    data = buffer(DATA, vector);
    validity = buffer(VALIDITY, vector);
  }

  /** The values themselves, read by absolute positions. */
  ByteBuffer data() {
    return data;
  }

  /** Sets the bits of the first {@code rows} rows that are NULL, {@code offset} further on. */
  void nulls(BitSet nulls, int offset, int rows) {
    if (validity == null) {
      return;
    }
    for (int first = 0; first < rows; first += Long.SIZE) {
      long empty = ~validity.getLong(first / Byte.SIZE);
      while (empty != 0) {
        int row = first + Long.numberOfTrailingZeros(empty);
        if (row >= rows) {
          break;
        }
        nulls.set(offset + row);
        empty &= empty - 1;
      }
    }
  }

  /** How many bytes a text has. */
  int textLength(int row) {
    return data.getInt(row * TEXT_BYTES);
  }

  /** Copies a text of that length; {@code to} has room for 12 bytes more than were copied. */
  void copyText(int row, int length, byte[] to, int offset) {
    int at = row * TEXT_BYTES;
    if (length > SHORT_TEXT) {
      copyLongText(data.getLong(at + Long.BYTES), length, to, offset);
      return;
    }
    LONG.set(to, offset, data.getLong(at + Integer.BYTES));
    INT.set(to, offset + Long.BYTES, data.getInt(at + SHORT_TEXT));
  }

  /** By eights where a call would take longer than the text; the last eight may overlap. */
  private static void copyLongText(long place, int length, byte[] to, int offset) {
    if (length > COPIED_BY_EIGHTS) {
      MemorySegment.copy(EVERYWHERE, ValueLayout.JAVA_BYTE, place, to, offset, length);
      return;
    }
    int last = length - Long.BYTES;
    for (int eight = 0; eight < last; eight += Long.BYTES) {
      LONG.set(to, offset + eight, EVERYWHERE.get(ValueLayout.JAVA_LONG_UNALIGNED, place + eight));
    }
    LONG.set(to, offset + last, EVERYWHERE.get(ValueLayout.JAVA_LONG_UNALIGNED, place + last));
  }

  private static Field field(String name) {
    try {
      Field field = DuckDBReadableVector.class.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException changed) {
      throw new IllegalStateException("the driver keeps its vectors in another way now", changed);
    }
  }

  private static ByteBuffer buffer(Field field, DuckDBReadableVector vector) {
    try {
      return (ByteBuffer) field.get(vector);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
