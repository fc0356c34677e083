package dev.alidade.query;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.policy.Limit;
import dev.alidade.policy.LimitKind;
import java.util.List;
import java.util.Optional;

/** How many rows of a result may be taken, and what is counted of them. */
final class Portion {
  private static final int FIXED_WIDTH = 8;

  private final Bounds bounds;
  private final Optional<Limit> rowLimit;
  private final Optional<Limit> byteLimit;
  private final boolean[] isFixed;
  private final int fixed;
  private Optional<Limit> reached = Optional.empty();

  Portion(Bounds bounds, List<ResultColumn> columns) {
    this.bounds = bounds;
    rowLimit = bounds.limits().find(LimitKind.ROWS);
    byteLimit = bounds.limits().find(LimitKind.BYTES);
    isFixed = new boolean[columns.size()];
    int count = 0;
    for (int column = 0; column < isFixed.length; column++) {
      isFixed[column] = isFixed(columns.get(column));
      count += isFixed[column] ? 1 : 0;
    }
    fixed = count;
  }

  /** Whether no value has to be looked at to know how large a row is. */
  boolean isAllFixed() {
    return fixed == isFixed.length;
  }

  /** The bytes of so many rows, without the values that have no fixed width. */
  long fixedBytes(int rows) {
    return (long) rows * fixed * FIXED_WIDTH;
  }

  /** The limit of the caller that left rows out. */
  Optional<Limit> reached() {
    return reached;
  }

  /**
   * How many rows of a batch may be taken behind those that were taken already.
   *
   * @throws AlidadeException RESULT_TOO_LARGE where the result is worth nothing in part
   */
  int of(Batch batch, long rows, long bytes) {
    int taken = (int) Math.min(bounds.asked().rows() - rows, batch.rows());
    int asked = taken;
    if (rowLimit.isPresent() && rowLimit.get().most() - rows < taken) {
      taken = (int) (rowLimit.get().most() - rows);
      reached = rowLimit;
    }
    if (byteLimit.isPresent()) {
      int fitting = fitting(batch, taken, byteLimit.get().most() - bytes);
      reached = fitting < taken ? byteLimit : reached;
      taken = fitting;
    }
    if (taken < asked && bounds.asked().whole()) {
      throw tooLarge();
    }
    return taken;
  }

  /** Says that a limit of the caller leaves out what comes next. */
  AlidadeException tooLarge() {
    Limit limit = reached.orElseThrow();
    return new AlidadeException(
        ErrorCode.RESULT_TOO_LARGE,
        "The result is larger than %,d %s, which is all that %s allows; filter or aggregate more"
            .formatted(
                limit.most(), limit.kind() == LimitKind.ROWS ? "rows" : "bytes", limit.rule()));
  }

  private int fitting(Batch batch, int most, long room) {
    long left = room;
    for (int row = 0; row < most; row++) {
      left -= fixedBytes(1);
      for (int column = 0; column < isFixed.length; column++) {
        left -= isFixed[column] ? 0 : width(batch.value(column, row));
      }
      if (left < 0) {
        return row;
      }
    }
    return most;
  }

  /** The width of a value that has no fixed one: a character or byte each. */
  static long width(Object value) {
    if (value instanceof String text) {
      return text.length();
    }
    return value instanceof byte[] binary ? binary.length : 0;
  }

  private static boolean isFixed(ResultColumn column) {
    return switch (column.type().kind()) {
      case TEXT, JSON, BINARY, INTERVAL, OTHER -> false;
      case BOOLEAN,
          INTEGER,
          DECIMAL,
          FLOAT,
          DATE,
          TIME,
          TIMESTAMP,
          TIMESTAMP_TZ,
          UUID,
          LIST,
          STRUCT,
          MAP ->
          true;
    };
  }
}
