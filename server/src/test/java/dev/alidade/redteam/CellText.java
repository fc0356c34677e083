package dev.alidade.redteam;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HexFormat;
import java.util.List;

/** A cell as text, so that the same value reads alike whatever its type. */
final class CellText {
  private static final MathContext DIGITS = new MathContext(12);

  private CellText() {}

  static String of(Object value) {
    return switch (value) {
      case null -> "NULL";
      case Double real when real.isNaN() || real.isInfinite() -> real.toString();
      case Float real when real.isNaN() || real.isInfinite() -> real.toString();
      case Number number -> number(new BigDecimal(number.toString()));
      case byte[] bytes -> HexFormat.of().formatHex(bytes);
      case LocalDateTime moment when moment.toLocalTime().equals(LocalTime.MIDNIGHT) ->
          moment.toLocalDate().toString();
      case List<?> list -> list.stream().map(CellText::of).toList().toString();
      default -> value.toString();
    };
  }

  private static String number(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
