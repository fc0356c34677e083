package dev.alidade.export;

import dev.alidade.engine.ColumnValues;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.Type;

/** Values that are numbers, kept as 64 bits each. */
final class ParquetNumbers extends ParquetValues {
  private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

  private final Type type;
  private final LongCells cells;
  private long[] opened = {};
  private long[] numbers = {};

  ParquetNumbers(Type type, LongCells cells) {
    this.type = type;
    this.cells = cells;
  }

  @Override
  void open(ColumnValues values, int first) {
    opened = cells.of(values, first);
  }

  @Override
  void makeRoom(int values) {
    if (count + values > numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(count + values, 2 * numbers.length));
    }
  }

  @Override
  void take(int row) {
    numbers[count++] = opened[row];
  }

  @Override
  void takeAll(int from, int to) {
    System.arraycopy(opened, from, numbers, count, to - from);
    count += to - from;
  }

  @Override
  long size() {
    return (long) count * Long.BYTES;
  }

  @Override
  boolean mayHaveDictionary() {
    return type != Type.BOOLEAN;
  }

  @Override
  int hash(int value) {
    return (int) ((numbers[value] * MIX) >>> Integer.SIZE);
  }

  @Override
  boolean isSame(int one, int other) {
    return numbers[one] == numbers[other];
  }

  @Override
  int width(int value) {
    return type == Type.INT32 ? Integer.BYTES : Long.BYTES;
  }

  @Override
  int behind(int value, int bytes) {
    return Math.min(count, value + bytes / width(value));
  }

  @Override
  boolean isSteady() {
    return (type == Type.INT64 || type == Type.INT32) && ParquetSteps.areSmall(numbers, count);
  }

  @Override
  void writeSteps(int from, int to, ParquetPage page) {
    ParquetSteps.write(numbers, from, to, page);
  }

  @Override
  void writePlain(int from, int to, ParquetPage page) {
    switch (type) {
      case BOOLEAN -> page.truths(numbers, from, to);
      case INT32 -> page.ints(numbers, from, to);
      default -> page.longs(numbers, from, to);
    }
  }

  @Override
  void bounds(Statistics statistics) {
    if (count == 0) {
      return;
    }
    if (type == Type.DOUBLE) {
      boundsOfDoubles(statistics);
      return;
    }
    long least = numbers[0];
    long greatest = numbers[0];
    for (int value = 1; value < count; value++) {
      least = Math.min(least, numbers[value]);
      greatest = Math.max(greatest, numbers[value]);
    }
    statistics.setMin_value(plain(least)).setMax_value(plain(greatest));
  }

  /** What is no number lies between no bounds; both zeros are one number. */
  private void boundsOfDoubles(Statistics statistics) {
    double least = Double.longBitsToDouble(numbers[0]);
    double greatest = least;
    boolean isOrdered = true;
    for (int value = 0; value < count; value++) {
      double number = Double.longBitsToDouble(numbers[value]);
      isOrdered &= !Double.isNaN(number);
      least = number < least ? number : least;
      greatest = number > greatest ? number : greatest;
    }
    if (!isOrdered) {
      return;
    }
    statistics
        .setMin_value(plain(Double.doubleToRawLongBits(least == 0 ? -0.0 : least)))
        .setMax_value(plain(Double.doubleToRawLongBits(greatest == 0 ? 0.0 : greatest)));
  }

  private byte[] plain(long number) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(number);
    int width =
        switch (type) {
          case BOOLEAN -> 1;
          case INT32 -> Integer.BYTES;
          default -> Long.BYTES;
        };
    return Arrays.copyOf(bytes.array(), width);
  }
}
