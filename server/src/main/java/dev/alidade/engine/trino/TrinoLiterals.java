package dev.alidade.engine.trino;

import dev.alidade.engine.jdbc.BoundText;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;

/** Writes values as typed literals: Trino explains no statement that has parameters. */
final class TrinoLiterals {
  private static final DateTimeFormatter LOCAL =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .toFormatter(Locale.ROOT);
  private static final DateTimeFormatter ZONED =
      new DateTimeFormatterBuilder().append(LOCAL).appendPattern(" xxx").toFormatter(Locale.ROOT);

  private TrinoLiterals() {}

  /** The printed statement with its values in it. */
  static String fill(BoundText bound) {
    StringBuilder text = new StringBuilder();
    Iterator<Object> values = bound.values().iterator();
    int last = 0;
    for (SqlToken token : Lexer.tokens(bound.text(), LexicalRules.STANDARD)) {
      if (token.kind() == SqlToken.Kind.PARAMETER) {
        text.append(bound.text(), last, token.start()).append(literal(values.next()));
        last = token.end();
      }
    }
    return text.append(bound.text().substring(last)).toString();
  }

  /** A moment with its offset, as Trino reads it. */
  static String zoned(OffsetDateTime time) {
    return ZONED.format(time);
  }

  private static String literal(Object value) {
    return switch (value) {
      case null -> "NULL";
      case Boolean truth -> truth.toString();
      case Long number -> "BIGINT '%d'".formatted(number);
      case BigDecimal number -> "DECIMAL '%s'".formatted(number.toPlainString());
      case Double number -> "DOUBLE '%s'".formatted(number);
      case LocalDate date -> "DATE '%s'".formatted(date);
      case LocalTime time -> "TIME '%s'".formatted(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
      case LocalDateTime time -> "TIMESTAMP '%s'".formatted(LOCAL.format(time));
      case OffsetDateTime time -> "TIMESTAMP '%s'".formatted(zoned(time));
      case byte[] bytes -> "X'%s'".formatted(HexFormat.of().formatHex(bytes));
      default -> "'" + value.toString().replace("'", "''") + "'";
    };
  }
}
