package dev.alidade.semantic.formula;

import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Formula.Operator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes formulas as the ANSI SQL that {@link FormulaParser} reads. */
public final class FormulaWriter {
  private static final Set<String> TAKEN =
      Set.of("CASE", "DISTINCT", "NOT", "SUM", "AVG", "MIN", "MAX", "COUNT", "NULL", "DATE");

  private FormulaWriter() {}

  /** The formula of a metric. */
  public static String metric(Formula formula) {
    return switch (formula) {
      case Formula.Number number -> number.value().toPlainString();
      case Formula.Column column -> name(column.dataset()) + "." + name(column.column());
      case Formula.MetricUse use -> name(use.metric());
      case Formula.Arithmetic both -> arithmetic(both);
      case Formula.Aggregate aggregate -> aggregate(aggregate);
    };
  }

  /** The formula of a field; columns of its own dataset stand alone. */
  public static String field(Formula formula, String dataset) {
    return switch (formula) {
      case Formula.Column column when column.dataset().equals(dataset) -> name(column.column());
      case Formula.Arithmetic both ->
          "%s %s %s"
              .formatted(
                  part(both.left(), field(both.left(), dataset), both.operator(), false),
                  sign(both.operator()),
                  part(both.right(), field(both.right(), dataset), both.operator(), true));
      case Formula.Number ignored -> metric(formula);
      case Formula.Column ignored -> metric(formula);
      case Formula.MetricUse ignored -> metric(formula);
      case Formula.Aggregate ignored -> metric(formula);
    };
  }

  private static String arithmetic(Formula.Arithmetic both) {
    return "%s %s %s"
        .formatted(
            part(both.left(), metric(both.left()), both.operator(), false),
            sign(both.operator()),
            part(both.right(), metric(both.right()), both.operator(), true));
  }

  private static String part(Formula part, String written, Operator outer, boolean right) {
    boolean negative = part instanceof Formula.Number number && number.value().signum() < 0;
    if (!(part instanceof Formula.Arithmetic inner)) {
      return right && negative ? "(" + written + ")" : written;
    }
    boolean looser = isSum(inner.operator()) && !isSum(outer);
    boolean regrouped = right && isSum(inner.operator()) == isSum(outer);
    return looser || regrouped ? "(" + written + ")" : written;
  }

  private static boolean isSum(Operator operator) {
    return switch (operator) {
      case PLUS, MINUS -> true;
      case TIMES, DIVIDED_BY -> false;
    };
  }

  private static String sign(Operator operator) {
    return switch (operator) {
      case PLUS -> "+";
      case MINUS -> "-";
      case TIMES -> "*";
      case DIVIDED_BY -> "/";
    };
  }

  private static String aggregate(Formula.Aggregate aggregate) {
    String argument =
        aggregate.argument().map(FormulaWriter::metric).orElse(name(aggregate.dataset()) + ".*");
    String call =
        "%s(%s%s)"
            .formatted(
                function(aggregate.function()), aggregate.distinct() ? "DISTINCT " : "", argument);
    if (aggregate.where().isEmpty()) {
      return call;
    }
    return call
        + aggregate.where().stream()
            .map(FormulaWriter::condition)
            .collect(Collectors.joining(" AND ", " FILTER (WHERE ", ")"));
  }

  private static String function(Formula.Function function) {
    return switch (function) {
      case COUNT -> "COUNT";
      case SUM -> "SUM";
      case AVERAGE -> "AVG";
      case MINIMUM -> "MIN";
      case MAXIMUM -> "MAX";
    };
  }

  private static String condition(Formula.Condition condition) {
    String column = metric(condition.column());
    List<String> values = condition.values().stream().map(FormulaWriter::literal).toList();
    String not = condition.negated() ? "NOT " : "";
    return switch (condition.comparison()) {
      case MISSING -> "%s IS %sNULL".formatted(column, not);
      case IN ->
          values.size() == 1
              ? "%s %s %s".formatted(column, condition.negated() ? "<>" : "=", values.getFirst())
              : "%s %sIN (%s)".formatted(column, not, String.join(", ", values));
      case LESS -> column + " < " + values.getFirst();
      case LESS_OR_EQUAL -> column + " <= " + values.getFirst();
      case GREATER -> column + " > " + values.getFirst();
      case GREATER_OR_EQUAL -> column + " >= " + values.getFirst();
    };
  }

  private static String literal(Formula.Literal literal) {
    return switch (literal) {
      case Formula.Literal.Text text -> "'" + text.value().replace("'", "''") + "'";
      case Formula.Literal.Amount amount -> amount.value().toPlainString();
      case Formula.Literal.Truth truth -> truth.value() ? "TRUE" : "FALSE";
    };
  }

  private static String name(String name) {
    boolean plain =
        name.matches("[A-Za-z_][A-Za-z0-9_$]*") && !TAKEN.contains(name.toUpperCase(Locale.ROOT));
    return plain ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
