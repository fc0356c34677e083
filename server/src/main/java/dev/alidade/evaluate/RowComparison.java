package dev.alidade.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Compares the rows of two results: numbers with a tolerance, years, quarters and months however
 * they are written, order only where it was asked for.
 */
public final class RowComparison {
  private static final int DIGITS = 6;
  private static final Pattern ORDERED =
      Pattern.compile("\\bORDER\\s+BY\\b", Pattern.CASE_INSENSITIVE);

  private RowComparison() {}

  /** Whether both hold the same rows, in the same order where {@code ordered}. */
  public static boolean same(List<List<Object>> left, List<List<Object>> right, boolean ordered) {
    if (left.size() != right.size()) {
      return false;
    }
    if (left.isEmpty()) {
      return true;
    }
    if (left.getFirst().size() != right.getFirst().size()) {
      return false;
    }
    return sameCells(comparable(left), comparable(right), ordered);
  }

  /** The same of rows whose cells can be compared already. */
  static boolean sameCells(List<List<Object>> left, List<List<Object>> right, boolean ordered) {
    return ordered ? left.equals(right) : counted(left).equals(counted(right));
  }

  /** Rows with one form for the same value, however it is written. */
  static List<List<Object>> comparable(List<List<Object>> rows) {
    List<List<Object>> comparable = new ArrayList<>(rows.size());
    for (List<Object> row : rows) {
      List<Object> cells = new ArrayList<>(row.size());
      row.forEach(cell -> cells.add(normalized(cell)));
      comparable.add(cells);
    }
    return comparable;
  }

  /** Whether the statement sorts its result at the top level. */
  public static boolean isOrdered(String sql) {
    int depth = 0;
    StringBuilder top = new StringBuilder();
    for (int index = 0; index < sql.length(); index++) {
      char letter = sql.charAt(index);
      depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (depth == 0) {
        top.append(letter);
      }
    }
    return ORDERED.matcher(top).find();
  }

  private static Map<List<Object>, Integer> counted(List<List<Object>> rows) {
    Map<List<Object>, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(row, 1, Integer::sum));
    return counts;
  }

  private static Object normalized(Object cell) {
    return switch (cell) {
      case null -> "";
      case Boolean truth -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
      case Number number -> rounded(new BigDecimal(number.toString()));
      default -> PeriodText.normalized(String.valueOf(cell));
    };
  }

  private static BigDecimal rounded(BigDecimal number) {
    BigDecimal rounded =
        number
            .round(new java.math.MathContext(DIGITS + 3, java.math.RoundingMode.HALF_UP))
            .setScale(DIGITS, java.math.RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return rounded.signum() == 0 ? BigDecimal.ZERO : rounded;
  }
}
