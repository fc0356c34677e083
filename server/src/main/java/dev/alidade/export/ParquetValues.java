package dev.alidade.export;

import dev.alidade.engine.ColumnValues;
import java.util.BitSet;
import org.apache.parquet.format.Statistics;

/** The values of one column in one row group, as they came: those that are not NULL, one by one. */
abstract sealed class ParquetValues permits ParquetNumbers, ParquetBytes {
  private final BitSet nulls = new BitSet();
  private int rows;

  /** How many values there are; every other row is NULL. */
  protected int count;

  /** Looks at the first rows of a column, which {@link #add} then takes from. */
  abstract void open(ColumnValues values, int first);

  /** Takes some rows of the column that was opened. */
  final void add(ColumnValues values, int from, int to) {
    makeRoom(to - from);
    if (!values.hasNulls()) {
      takeAll(from, to);
      rows += to - from;
      return;
    }
    for (int row = from; row < to; row++) {
      if (values.isNull(row)) {
        nulls.set(rows + row - from);
      } else {
        take(row);
      }
    }
    rows += to - from;
  }

  /** Makes room for so many values more. */
  abstract void makeRoom(int values);

  /** Takes a row, which is not NULL, as the value behind those that there are. */
  abstract void take(int row);

  /** Takes rows of which none is NULL. */
  abstract void takeAll(int from, int to);

  /** How many bytes the values take here, and at most in the file. */
  abstract long size();

  /** Begins the next row group. */
  void clear() {
    nulls.clear();
    rows = 0;
    count = 0;
  }

  final int rows() {
    return rows;
  }

  final int count() {
    return count;
  }

  final BitSet nulls() {
    return nulls;
  }

  /** Whether few different values can be told from what is written once of each. */
  abstract boolean mayHaveDictionary();

  abstract int hash(int value);

  abstract boolean isSame(int one, int other);

  /** How many bytes the value takes on a page. */
  abstract int width(int value);

  /** The value behind those from one on that take so many bytes, and one more perhaps. */
  abstract int behind(int value, int bytes);

  /** Whether numbers lie so near one another that their differences take half the room. */
  abstract boolean isSteady();

  /** Writes the differences of some values. */
  abstract void writeSteps(int from, int to, ParquetPage page);

  /** Writes some values as they are. */
  abstract void writePlain(int from, int to, ParquetPage page);

  /** Says what the least and the greatest value is, where that can be said. */
  abstract void bounds(Statistics statistics);
}
