package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.ColumnValues;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.util.Set;
import org.duckdb.DuckDBReadableVector;

/** Collects the values of one column from the engine's vectors. */
abstract sealed class ColumnBuilder permits LongBuilder, DoubleBuilder, TextBuilder, ObjectBuilder {
  private static final Set<String> TEXTS = Set.of("VARCHAR", "JSON");
  // Beyond that a copy of what is used costs less than the memory behind it.
  private static final int MOST_UNUSED = 8;

  /** A builder for a type of which {@link #reads} says yes. */
  static ColumnBuilder of(DataType type) {
    if (TEXTS.contains(type.engineName())) {
      return new TextBuilder();
    }
    if (type.kind() == TypeKind.FLOAT) {
      return new DoubleBuilder();
    }
    return LongBuilder.find(type).<ColumnBuilder>map(each -> each).orElseGet(ObjectBuilder::new);
  }

  /** Whether the engine's vectors can be read for this type. */
  static boolean reads(DataType type) {
    return TEXTS.contains(type.engineName())
        || type.kind() == TypeKind.FLOAT
        || type.kind() == TypeKind.DECIMAL
        || LongBuilder.find(type).isPresent()
        || ObjectBuilder.TYPES.contains(type.engineName());
  }

  /** Appends the first {@code rows} rows of a vector. */
  abstract void append(DuckDBReadableVector vector, int rows);

  /** How much text it holds so far. */
  long characters() {
    return 0;
  }

  /** The values so far; the builder starts anew. */
  abstract ColumnValues build();

  /** How long an array becomes that is too short; it grows by doubling. */
  static int room(int length, int needed) {
    return Math.max(needed, 2 * length);
  }

  /** Whether so much of an array is used that it is given away as it is, and not a copy. */
  static boolean isNearlyFull(int length, int used) {
    return length - used <= used / MOST_UNUSED;
  }
}
