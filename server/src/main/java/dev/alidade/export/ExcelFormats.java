package dev.alidade.export;

import java.util.Arrays;
import org.dhatim.fastexcel.Worksheet;

/**
 * The number formats of a sheet's cells, set for all cells of a column that follow one another at
 * once: setting that of each cell costs more than the cell.
 */
final class ExcelFormats {
  private final String[] formats;
  private final int[] from;
  private final int[] to;

  ExcelFormats(int columns) {
    formats = new String[columns];
    Arrays.fill(formats, "");
    from = new int[columns];
    to = new int[columns];
  }

  /** Remembers the format of a cell, until {@link #set}; rows of a column come in their order. */
  void add(Worksheet sheet, int row, int column, String format) {
    if (to[column] == row - 1 && formats[column].equals(format)) {
      to[column] = row;
      return;
    }
    set(sheet, column);
    formats[column] = format;
    from[column] = row;
    to[column] = row;
  }

  /** Sets what is remembered, before the cells are written. */
  void set(Worksheet sheet) {
    for (int column = 0; column < formats.length; column++) {
      set(sheet, column);
    }
  }

  private void set(Worksheet sheet, int column) {
    if (formats[column].isEmpty()) {
      return;
    }
    sheet.range(from[column], column, to[column], column).style().format(formats[column]).set();
    formats[column] = "";
  }
}
