package dev.alidade.export;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.RowBatch;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A result with a column of every type: usual values, extremes, hostile texts and NULLs. */
final class EveryType {
  static final List<ResultColumn> COLUMNS =
      List.of(
          column("truth", TypeKind.BOOLEAN, "BOOLEAN"),
          column("whole", TypeKind.INTEGER, "BIGINT"),
          column("amount", TypeKind.DECIMAL, "DECIMAL(18,4)"),
          column("wide", TypeKind.DECIMAL, "DECIMAL(38,10)"),
          column("ratio", TypeKind.FLOAT, "DOUBLE"),
          column("a text, \"quoted\"", TypeKind.TEXT, "VARCHAR"),
          column("day", TypeKind.DATE, "DATE"),
          column("hour", TypeKind.TIME, "TIME"),
          column("moment", TypeKind.TIMESTAMP, "TIMESTAMP"),
          column("instant", TypeKind.TIMESTAMP_TZ, "TIMESTAMPTZ"),
          column("span", TypeKind.INTERVAL, "INTERVAL"),
          column("bytes", TypeKind.BINARY, "BLOB"),
          column("id", TypeKind.UUID, "UUID"),
          column("document", TypeKind.JSON, "JSON"),
          column("several", TypeKind.LIST, "INTEGER[]"),
          column("parts", TypeKind.STRUCT, "STRUCT(a INTEGER)"),
          column("named", TypeKind.MAP, "MAP(VARCHAR, INTEGER)"),
          column("other", TypeKind.OTHER, "GEOMETRY"));

  static final String HUGE = "lorem ipsum ÄÖÜ 日本語 ".repeat(1_500);

  private EveryType() {}

  static ResultColumn column(String name, TypeKind kind, String engineName) {
    return new ResultColumn(name, new DataType(kind, engineName));
  }

  static List<Object[]> rows() {
    List<Object[]> rows = new ArrayList<>();
    rows.add(row(true, 1L, "12.5000", 0.5, "plain", 1));
    rows.add(new Object[COLUMNS.size()]);
    rows.add(row(false, Long.MAX_VALUE, "99999999999999.9999", -0.0, "", 2));
    rows.add(row(true, Long.MIN_VALUE, "-99999999999999.9999", Double.NaN, "=1+1", 3));
    rows.add(row(true, -7L, "-0.0001", Double.MAX_VALUE, "line one\nline two\r\nend", 4));
    rows.add(row(true, 0L, "0.0000", Double.MIN_VALUE, "a,b;c\td|e \"f\" 'g' \\h", 5));
    rows.add(row(true, 42L, "3.1400", 1e300, "<script>alert(1)</script> & *x* _y_", 6));
    rows.add(row(true, 42L, "3.1400", Double.NEGATIVE_INFINITY, "\uD83D\uDE00 ñ 日本 \u202E", 7));
    rows.add(row(true, 42L, "3.1400", 1.0 / 3, " spaces ", 8));
    rows.add(row(true, 42L, "3.1400", 2.0, "NULL", 9));
    rows.add(row(true, 42L, "3.1400", 2.0, HUGE, 10));
    return rows;
  }

  private static Object[] row(
      boolean truth, long whole, String amount, double ratio, String text, int number) {
    Map<String, Object> parts = new LinkedHashMap<>();
    parts.put("a", (long) number);
    parts.put("b", number == 5 ? null : text.substring(0, Math.min(5, text.length())));
    return new Object[] {
      truth,
      whole,
      new BigDecimal(amount),
      new BigDecimal("1234567890123456789012345678.0123456789")
          .multiply(BigDecimal.valueOf(number % 2 == 0 ? 1 : -1)),
      ratio,
      text,
      LocalDate.of(1969 + number * 13, 12, 31),
      LocalTime.of(number, 59, 58, 123_456_000),
      LocalDateTime.of(1951 + number * 11, 2, 28, 23, 59, 59, 999_000_000),
      OffsetDateTime.parse("2024-03-31T01:30:00.5+02:00").plusDays(number),
      "1 month " + number + " days",
      ("b\0\u00ff" + text.substring(0, Math.min(9, text.length())))
          .getBytes(StandardCharsets.UTF_8),
      new UUID(number * 0x1234_5678_9abc_def0L, -number),
      "{\"n\": %d, \"t\": [true, null]}".formatted(number),
      Arrays.asList(1L, null, (long) number),
      parts,
      new LinkedHashMap<>(Map.of("k" + number, (long) number)),
      "POINT (" + number + " 2)"
    };
  }

  /** These rows, a few at a time. */
  static ResultStream stream(List<ResultColumn> columns, List<Object[]> rows) {
    Deque<Batch> batches = new ArrayDeque<>();
    for (int from = 0; from < rows.size(); from += 4) {
      batches.add(new RowBatch(rows.subList(from, Math.min(from + 4, rows.size()))));
    }
    return new ResultStream() {
      @Override
      public List<ResultColumn> columns() {
        return columns;
      }

      @Override
      public Optional<Batch> next() {
        return Optional.ofNullable(batches.poll());
      }

      @Override
      public void close() {}
    };
  }
}
