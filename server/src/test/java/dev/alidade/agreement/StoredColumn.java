package dev.alidade.agreement;

import dev.alidade.engine.Column;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Decides what a column of SQLite, where any value may stand in any column, is elsewhere: its
 * declared type where all its values fit, and otherwise the narrowest type that holds them all as
 * they are.
 */
final class StoredColumn {
  private static final int MOST_DIGITS = 18;
  private static final int MOST_SCALE = 6;

  private final String name;
  private final TypeKind declared;
  private final List<Object> values;

  /** A column with its stored values: Long, Double, String or byte[]. */
  StoredColumn(Column column, List<Object> values) {
    this.name = column.name();
    this.declared = column.type().kind();
    this.values = values.stream().filter(Objects::nonNull).toList();
  }

  ColumnForm form() {
    if (values.isEmpty()) {
      return form(declared);
    }
    if (values.stream().allMatch(Long.class::isInstance)) {
      return whole();
    }
    if (values.stream().allMatch(Number.class::isInstance)) {
      return fractions();
    }
    if (values.stream().allMatch(byte[].class::isInstance)) {
      return ColumnForm.of(name, TypeKind.BINARY);
    }
    if (declared == TypeKind.DATE && values.stream().allMatch(parses(LocalDate::parse))) {
      return ColumnForm.of(name, TypeKind.DATE);
    }
    if (declared.isTemporal() && values.stream().allMatch(parses(StoredColumn::time))) {
      return ColumnForm.of(name, TypeKind.TIMESTAMP);
    }
    return ColumnForm.text(
        name, values.stream().mapToInt(value -> text(value).length()).max().orElse(1));
  }

  /** A stored value as the form holds it. */
  static Object value(Object stored, ColumnForm form) {
    if (stored == null) {
      return null;
    }
    return switch (form.kind()) {
      case BOOLEAN -> (Object) stored.equals(1L);
      case DECIMAL -> new BigDecimal(stored.toString()).setScale(form.scale());
      case FLOAT -> ((Number) stored).doubleValue();
      case DATE -> LocalDate.parse(stored.toString());
      case TIMESTAMP -> time(stored.toString());
      case TEXT -> text(stored);
      case INTEGER, BINARY, TIME, TIMESTAMP_TZ, INTERVAL, UUID, JSON, LIST, STRUCT, MAP, OTHER ->
          stored;
    };
  }

  private ColumnForm form(TypeKind kind) {
    return switch (kind) {
      case BOOLEAN, INTEGER, FLOAT, DATE, TIMESTAMP, BINARY -> ColumnForm.of(name, kind);
      case DECIMAL -> ColumnForm.decimal(name, MOST_DIGITS, 2);
      case TEXT, TIME, TIMESTAMP_TZ, INTERVAL, UUID, JSON, LIST, STRUCT, MAP, OTHER ->
          ColumnForm.text(name, 1);
    };
  }

  private ColumnForm whole() {
    if (declared == TypeKind.BOOLEAN
        && values.stream().allMatch(value -> value.equals(0L) || value.equals(1L))) {
      return ColumnForm.of(name, TypeKind.BOOLEAN);
    }
    if (declared == TypeKind.DECIMAL) {
      return fractions();
    }
    return ColumnForm.of(name, declared == TypeKind.FLOAT ? TypeKind.FLOAT : TypeKind.INTEGER);
  }

  private ColumnForm fractions() {
    int scale = 0;
    int digits = 0;
    for (Object value : values) {
      BigDecimal exact = new BigDecimal(value.toString());
      scale = Math.max(scale, exact.stripTrailingZeros().scale());
      digits = Math.max(digits, exact.precision() - exact.scale());
    }
    boolean decimal =
        declared == TypeKind.DECIMAL && scale <= MOST_SCALE && digits + scale <= MOST_DIGITS;
    return decimal
        ? ColumnForm.decimal(name, MOST_DIGITS, scale)
        : ColumnForm.of(name, TypeKind.FLOAT);
  }

  private static java.util.function.Predicate<Object> parses(Function<String, ?> parser) {
    return value -> {
      try {
        return value instanceof String text && parser.apply(text) != null;
      } catch (DateTimeException other) {
        return false;
      }
    };
  }

  private static LocalDateTime time(String text) {
    return text.length() == 10
        ? LocalDate.parse(text).atStartOfDay()
        : LocalDateTime.parse(text.replace(' ', 'T'));
  }

  private static String text(Object value) {
    // PostgreSQL's texts cannot hold the letter zero.
    return value instanceof byte[] bytes
        ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8).replace("\0", "")
        : value.toString().replace("\0", "");
  }
}
