package dev.alidade.engine.duckdb.run;

import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBReadableVector;

/** Collects the values of one column from the engine's vectors. */
final class ColumnBuilder {
  private static final Set<String> LONGS =
      Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER");
  private static final Set<String> OTHERS =
      Set.of(
          "BOOLEAN",
          "HUGEINT",
          "UHUGEINT",
          "UBIGINT",
          "VARCHAR",
          "JSON",
          "DATE",
          "TIMESTAMP",
          "TIMESTAMP_S",
          "TIMESTAMP_MS",
          "TIMESTAMP_NS",
          "TIMESTAMP WITH TIME ZONE");

  private enum Storage {
    LONGS,
    DOUBLES,
    OBJECTS
  }

  private final Storage storage;
  private long[] longs = {};
  private double[] doubles = {};
  private Object[] objects = {};
  private BitSet nulls = new BitSet();
  private int size;
  private long characters;

  ColumnBuilder(DataType type) {
    storage = storageOf(type);
  }

  /** Whether the engine's vectors can be read for this type. */
  static boolean reads(DataType type) {
    return storageOf(type) != Storage.OBJECTS
        || type.kind() == TypeKind.DECIMAL
        || OTHERS.contains(type.engineName());
  }

  /** Appends the first {@code rows} rows of a vector. */
  void append(DuckDBReadableVector vector, int rows) {
    grow(size + rows);
    switch (storage) {
      case LONGS -> appendLongs(vector, rows);
      case DOUBLES -> appendDoubles(vector, rows);
      case OBJECTS -> appendObjects(vector, rows);
    }
    size += rows;
  }

  /** How much text it holds so far. */
  long characters() {
    return characters;
  }

  /** The values so far; the builder starts anew. */
  ColumnValues build() {
    ColumnValues values =
        switch (storage) {
          case LONGS -> new ColumnValues.Longs(Arrays.copyOf(longs, size), nulls);
          case DOUBLES -> new ColumnValues.Doubles(Arrays.copyOf(doubles, size), nulls);
          case OBJECTS -> new ColumnValues.Objects(Arrays.copyOf(objects, size));
        };
    longs = new long[0];
    doubles = new double[0];
    objects = new Object[0];
    nulls = new BitSet();
    size = 0;
    characters = 0;
    return values;
  }

  private static Storage storageOf(DataType type) {
    if (LONGS.contains(type.engineName())) {
      return Storage.LONGS;
    }
    return type.kind() == TypeKind.FLOAT ? Storage.DOUBLES : Storage.OBJECTS;
  }

  private void grow(int needed) {
    int length =
        switch (storage) {
          case LONGS -> longs.length;
          case DOUBLES -> doubles.length;
          case OBJECTS -> objects.length;
        };
    if (needed <= length) {
      return;
    }
    int capacity = Math.max(needed, 2 * length);
    switch (storage) {
      case LONGS -> longs = Arrays.copyOf(longs, capacity);
      case DOUBLES -> doubles = Arrays.copyOf(doubles, capacity);
      case OBJECTS -> objects = Arrays.copyOf(objects, capacity);
    }
  }

  private void appendLongs(DuckDBReadableVector vector, int rows) {
    DuckDBColumnType type = vector.getType();
    for (int row = 0; row < rows; row++) {
      if (vector.isNull(row)) {
        nulls.set(size + row);
      } else {
        longs[size + row] = longAt(vector, type, row);
      }
    }
  }

  private static long longAt(DuckDBReadableVector vector, DuckDBColumnType type, int row) {
    return switch (type) {
      case TINYINT -> vector.getByte(row);
      case SMALLINT -> vector.getShort(row);
      case INTEGER -> vector.getInt(row);
      case UTINYINT -> vector.getUint8(row);
      case USMALLINT -> vector.getUint16(row);
      case UINTEGER -> vector.getUint32(row);
      default -> vector.getLong(row);
    };
  }

  private void appendDoubles(DuckDBReadableVector vector, int rows) {
    boolean single = vector.getType() == DuckDBColumnType.FLOAT;
    for (int row = 0; row < rows; row++) {
      if (vector.isNull(row)) {
        nulls.set(size + row);
      } else {
        doubles[size + row] = single ? shortest(vector.getFloat(row)) : vector.getDouble(row);
      }
    }
  }

  private void appendObjects(DuckDBReadableVector vector, int rows) {
    DuckDBColumnType type = vector.getType();
    for (int row = 0; row < rows; row++) {
      Object value = vector.isNull(row) ? null : objectAt(vector, type, row);
      objects[size + row] = value;
      characters += value instanceof String text ? text.length() : 0;
    }
  }

  private static Object objectAt(DuckDBReadableVector vector, DuckDBColumnType type, int row) {
    return switch (type) {
      case BOOLEAN -> vector.getBoolean(row);
      case HUGEINT -> vector.getHugeInt(row);
      case UHUGEINT -> vector.getUHugeInt(row);
      case UBIGINT -> vector.getUint64(row);
      case DECIMAL -> vector.getBigDecimal(row);
      case DATE -> vector.getLocalDate(row);
      case TIMESTAMP, TIMESTAMP_S, TIMESTAMP_MS, TIMESTAMP_NS -> vector.getLocalDateTime(row);
      case TIMESTAMP_WITH_TIME_ZONE -> vector.getOffsetDateTime(row);
      default -> vector.getString(row);
    };
  }

  /** A FLOAT reads as people wrote it: 0.1, not 0.10000000149011612. */
  static double shortest(float value) {
    return Double.parseDouble(Float.toString(value));
  }
}
