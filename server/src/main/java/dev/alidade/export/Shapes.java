package dev.alidade.export;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.ResultColumn;
import dev.alidade.query.Cells;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What several formats need to know of a column and its values. */
final class Shapes {
  private static final Pattern PRECISION_AND_SCALE = Pattern.compile("\\((\\d+)\\s*,\\s*(\\d+)\\)");
  private static final int WIDEST_DECIMAL = 38;
  private static final int LONG_DIGITS = 18;
  private static final long MICROS_OF_SECOND = 1_000_000;
  private static final long NANOS_OF_MICRO = 1_000;

  private Shapes() {}

  /** The digits of a decimal type. */
  record Digits(int precision, int scale) {
    /** Whether the digits of every value fit 64 bits. */
    boolean isLong() {
      return precision <= LONG_DIGITS;
    }

    /**
     * The digits of a value without its point; fails with an ArithmeticException if they are more.
     */
    long unscaled(BigDecimal value) {
      if (value.precision() - value.scale() > precision - scale) {
        throw new ArithmeticException("more digits than the column has");
      }
      // A BigInteger, which is what it calls its unscaled value, would be one for each cell.
      return value.movePointRight(scale).longValueExact();
    }
  }

  /**
   * The digits of a DECIMAL; empty where the engine does not tell, or where 128 bits are too few.
   */
  static Optional<Digits> digits(DataType type) {
    Matcher matcher = PRECISION_AND_SCALE.matcher(type.engineName());
    if (type.kind() != TypeKind.DECIMAL
        || !matcher.find()
        || Integer.parseInt(matcher.group(1)) > WIDEST_DECIMAL) {
      return Optional.empty();
    }
    return Optional.of(
        new Digits(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
  }

  /** The names of columns; one that repeats gets a number behind it. */
  static List<String> distinctNames(List<ResultColumn> columns) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (ResultColumn column : columns) {
      String name = column.name();
      for (int number = 2; !taken.add(name); number++) {
        name = column.name() + "_" + number;
      }
      names.add(name);
    }
    return names;
  }

  /** A value as plain text; lists, structs and maps are JSON. */
  static String text(TypeKind kind, Object value) {
    return isNested(kind) ? NdjsonFormat.jsonOf(value) : Cells.toText(value);
  }

  /** Microseconds since 1970; what is finer is cut off. */
  static long micros(OffsetDateTime time) {
    long second = time.toEpochSecond();
    boolean isUp = second < 0 && time.getNano() % NANOS_OF_MICRO != 0;
    long micros = time.getNano() / NANOS_OF_MICRO + (isUp ? 1 : 0);
    return Math.addExact(Math.multiplyExact(second, MICROS_OF_SECOND), micros);
  }

  static boolean isNested(TypeKind kind) {
    return kind == TypeKind.LIST || kind == TypeKind.STRUCT || kind == TypeKind.MAP;
  }

  /** Why a value is not written: it is none of its column's type. */
  static AlidadeException misfit(String column, Object type, RuntimeException cause) {
    return new AlidadeException(
        ErrorCode.DATA_ERROR,
        "Column `%s` holds a value that is not of its type (%s); cast the column in the SQL"
            .formatted(column, type),
        cause);
  }
}
