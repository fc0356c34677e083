package dev.alidade.cache.shared;

import dev.alidade.engine.CellValues;
import dev.alidade.engine.ColumnValues;
import dev.alidade.engine.DoubleValues;
import dev.alidade.engine.LongValues;
import dev.alidade.engine.ObjectValues;
import dev.alidade.engine.TextValues;
import dev.alidade.engine.ValueCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.BitSet;

/** A column of a batch as bytes: arrays as they are, other values one by one. */
final class ColumnCodec {
  private static final int NUMBERS = 1;
  private static final int FRACTIONS = 2;
  private static final int TEXTS = 3;
  private static final int OBJECTS = 4;

  private ColumnCodec() {}

  static void write(ColumnValues values, int rows, DataOutputStream out) throws IOException {
    switch (values) {
      case LongValues numbers -> {
        out.writeByte(NUMBERS);
        ValueCodec.write(numbers.meaning().name(), out);
        out.writeInt(numbers.scale());
        write(numbers.nulls(), rows, out);
        ByteBuffer bytes = ByteBuffer.allocate(rows * Long.BYTES);
        bytes.asLongBuffer().put(numbers.numbers(), 0, rows);
        out.write(bytes.array());
      }
      case DoubleValues numbers -> {
        out.writeByte(FRACTIONS);
        write(numbers.nulls(), rows, out);
        ByteBuffer bytes = ByteBuffer.allocate(rows * Double.BYTES);
        bytes.asDoubleBuffer().put(numbers.numbers(), 0, rows);
        out.write(bytes.array());
      }
      case TextValues texts -> {
        out.writeByte(TEXTS);
        write(texts.nulls(), rows, out);
        int first = texts.starts()[0];
        for (int row = 0; row <= rows; row++) {
          out.writeInt(texts.starts()[row] - first);
        }
        out.write(texts.bytes(), first, texts.starts()[rows] - first);
      }
      case ObjectValues objects -> writeEach(objects, rows, out);
      case CellValues cells -> writeEach(cells, rows, out);
    }
  }

  static ColumnValues read(int rows, DataInputStream in) throws IOException {
    int kind = in.readUnsignedByte();
    if (rows < 0 || rows > in.available()) {
      throw new IOException("it claims %d rows".formatted(rows));
    }
    return switch (kind) {
      case NUMBERS -> {
        LongValues.Meaning meaning = LongValues.Meaning.valueOf((String) ValueCodec.read(in));
        int scale = in.readInt();
        BitSet nulls = nulls(rows, in);
        long[] numbers = new long[rows];
        ByteBuffer.wrap(bytes((long) rows * Long.BYTES, in)).asLongBuffer().get(numbers);
        yield new LongValues(meaning, scale, numbers, nulls);
      }
      case FRACTIONS -> {
        BitSet nulls = nulls(rows, in);
        double[] numbers = new double[rows];
        ByteBuffer.wrap(bytes((long) rows * Double.BYTES, in)).asDoubleBuffer().get(numbers);
        yield new DoubleValues(numbers, nulls);
      }
      case TEXTS -> texts(rows, in);
      case OBJECTS -> {
        Object[] values = new Object[rows];
        for (int row = 0; row < rows; row++) {
          values[row] = ValueCodec.read(in);
        }
        yield new ObjectValues(values);
      }
      default -> throw new IOException("no column begins with " + kind);
    };
  }

  private static void writeEach(ColumnValues values, int rows, DataOutputStream out)
      throws IOException {
    out.writeByte(OBJECTS);
    for (int row = 0; row < rows; row++) {
      ValueCodec.write(values.value(row), out);
    }
  }

  private static TextValues texts(int rows, DataInputStream in) throws IOException {
    BitSet nulls = nulls(rows, in);
    int[] starts = new int[rows + 1];
    ByteBuffer.wrap(bytes((rows + 1L) * Integer.BYTES, in)).asIntBuffer().get(starts);
    for (int row = 0; row < rows; row++) {
      if (starts[0] != 0 || starts[row + 1] < starts[row]) {
        throw new IOException("its texts lie in no order");
      }
    }
    return new TextValues(bytes(starts[rows], in), starts, nulls);
  }

  private static void write(BitSet nulls, int rows, DataOutputStream out) throws IOException {
    byte[] bytes = nulls.get(0, rows).toByteArray();
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static BitSet nulls(int rows, DataInputStream in) throws IOException {
    BitSet nulls = BitSet.valueOf(bytes(in.readInt(), in));
    if (nulls.length() > rows) {
      throw new IOException("it lacks values of rows that it has not");
    }
    return nulls;
  }

  private static byte[] bytes(long count, DataInputStream in) throws IOException {
    if (count < 0 || count > in.available()) {
      throw new IOException("it claims %d bytes".formatted(count));
    }
    return in.readNBytes((int) count);
  }
}
