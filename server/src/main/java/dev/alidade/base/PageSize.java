package dev.alidade.base;

/**
 * How much of a result its reader takes in at once; one row at least.
 *
 * @param characters after so many no further row begins
 */
public record PageSize(int rows, int cells, long characters) {
  public PageSize {
    if (rows < 1 || cells < 1 || characters < 1) {
      throw new IllegalArgumentException("a page has room for something");
    }
  }

  /** As many rows as that, however large they are. */
  public static PageSize ofRows(int rows, long characters) {
    return new PageSize(rows, Integer.MAX_VALUE, characters);
  }

  /** The same, with other rows. */
  public PageSize withRows(int other) {
    return new PageSize(other, cells, characters);
  }

  /** How many rows of so many columns it has room for. */
  public int rowsOf(int columns) {
    return Math.clamp(cells / Math.max(1, columns), 1, rows);
  }
}
