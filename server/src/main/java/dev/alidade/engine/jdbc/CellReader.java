package dev.alidade.engine.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads the cells of one column; numbers that fit a primitive are never boxed on the way. */
public sealed interface CellReader {
  /** INTEGER within 64 bits. */
  record Longs(LongCell cell) implements CellReader {}

  /** FLOAT. */
  record Doubles(DoubleCell cell) implements CellReader {}

  /** Everything else, null for NULL. */
  record Objects(ObjectCell cell) implements CellReader {}

  /** Reads a number; whether it was NULL is asked of the result afterwards. */
  @FunctionalInterface
  interface LongCell {
    long read(ResultSet result, int column) throws SQLException;
  }

  /** Reads a number; whether it was NULL is asked of the result afterwards. */
  @FunctionalInterface
  interface DoubleCell {
    double read(ResultSet result, int column) throws SQLException;
  }

  /** Reads a value of {@link dev.alidade.engine.Batch}, or null for NULL. */
  @FunctionalInterface
  interface ObjectCell {
    Object read(ResultSet result, int column) throws SQLException;
  }

  /** Whole numbers that fit 64 bits. */
  static CellReader longs() {
    return new Longs(ResultSet::getLong);
  }

  /** Floating-point numbers. */
  static CellReader doubles() {
    return new Doubles(ResultSet::getDouble);
  }

  /** Floating-point numbers that are made of what the driver gives. */
  static CellReader doubles(DoubleCell cell) {
    return new Doubles(cell);
  }

  /** Texts as they are. */
  static CellReader texts() {
    return new Objects(ResultSet::getString);
  }

  /** Values that are made of what the driver gives. */
  static CellReader objects(ObjectCell cell) {
    return new Objects(cell);
  }
}
