package dev.alidade.engine.sqlite;

import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * Declared types as families, and values as the families hold them. SQLite lets any value stand in
 * any column: what does not fit its declared type stays as it is stored.
 */
final class SqliteTypes {
  static final DataType INTEGER = new DataType(TypeKind.INTEGER, "INTEGER");
  static final DataType REAL = new DataType(TypeKind.FLOAT, "REAL");
  static final DataType TEXT = new DataType(TypeKind.TEXT, "TEXT");
  static final DataType BLOB = new DataType(TypeKind.BINARY, "BLOB");
  static final DataType ANY = new DataType(TypeKind.OTHER, "ANY");

  private SqliteTypes() {}

  /** The type of a column that was declared so; an empty declaration holds anything. */
  static DataType declared(String declaration) {
    return new DataType(kindOf(declaration.toUpperCase(Locale.ROOT)), declaration);
  }

  /** The type that a computed column shows by its first rows; mixed values make it OTHER. */
  static DataType computed(List<Object[]> rows, int column) {
    DataType common = null;
    for (Object[] row : rows) {
      if (row[column] == null) {
        continue;
      }
      DataType type = ofValue(row[column]);
      common = common == null || common.equals(type) ? type : both(common, type);
    }
    return common == null ? TEXT : common;
  }

  private static DataType ofValue(Object value) {
    return switch (value) {
      case Long ignored -> INTEGER;
      case Double ignored -> REAL;
      case byte[] ignored -> BLOB;
      default -> TEXT;
    };
  }

  private static DataType both(DataType left, DataType right) {
    return left.kind().isNumeric() && right.kind().isNumeric() ? REAL : ANY;
  }

  /** A stored value (Long, Double, String or byte[]) as a column of this family shows it. */
  static Object convert(Object stored, TypeKind kind) {
    return switch (stored) {
      case Long whole -> ofLong(whole, kind);
      case Double real -> kind == TypeKind.DECIMAL ? decimal(real) : real;
      case String text -> ofText(text, kind);
      default -> stored;
    };
  }

  private static Object ofLong(Long whole, TypeKind kind) {
    if (kind == TypeKind.BOOLEAN && (whole == 0 || whole == 1)) {
      return whole == 1;
    }
    if (kind == TypeKind.DECIMAL) {
      return BigDecimal.valueOf(whole);
    }
    return kind == TypeKind.FLOAT ? (Object) whole.doubleValue() : whole;
  }

  private static Object decimal(Double real) {
    return Double.isFinite(real) ? new BigDecimal(real.toString()) : (Object) real;
  }

  private static Object ofText(String text, TypeKind kind) {
    try {
      if (kind == TypeKind.DATE && text.length() == 10) {
        return LocalDate.parse(text);
      }
      if (kind == TypeKind.TIMESTAMP && text.length() >= 16 && text.length() <= 29) {
        return LocalDateTime.parse(text.replace(' ', 'T'));
      }
      if (kind == TypeKind.TIME && text.length() >= 5 && text.length() <= 18) {
        return LocalTime.parse(text);
      }
    } catch (DateTimeException notOne) {
      return text;
    }
    return text;
  }

  private static TypeKind kindOf(String name) {
    if (name.isBlank()) {
      return TypeKind.OTHER;
    }
    if (name.contains("BOOL")) {
      return TypeKind.BOOLEAN;
    }
    if (name.contains("DATETIME") || name.contains("TIMESTAMP")) {
      return TypeKind.TIMESTAMP;
    }
    if (name.contains("DATE")) {
      return TypeKind.DATE;
    }
    if (name.startsWith("TIME")) {
      return TypeKind.TIME;
    }
    if (name.contains("INT")) {
      return TypeKind.INTEGER;
    }
    if (name.contains("CHAR") || name.contains("CLOB") || name.contains("TEXT")) {
      return TypeKind.TEXT;
    }
    if (name.contains("BLOB") || name.contains("BINARY")) {
      return TypeKind.BINARY;
    }
    if (name.contains("REAL") || name.contains("FLOA") || name.contains("DOUB")) {
      return TypeKind.FLOAT;
    }
    if (name.startsWith("DEC")
        || name.startsWith("NUM")
        || name.startsWith("MONEY")
        || name.startsWith("CURRENCY")) {
      return TypeKind.DECIMAL;
    }
    return TypeKind.OTHER;
  }
}
