package dev.alidade.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.AnalyticExpression;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.CaseExpression;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExtractExpression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.WhenClause;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.Select;

/** Says expressions in words; what has no words stays as it is written, between backquotes. */
final class Phrasing {
  private final Labels labels;
  private final Function<Select, String> queries;

  /** {@code queries} names a query within an expression. */
  Phrasing(Labels labels, Function<Select, String> queries) {
    this.labels = labels;
    this.queries = queries;
  }

  String said(Expression expression) {
    return switch (expression) {
      case Column column -> column(column);
      case StringValue text -> "\"" + text.getNotExcapedValue() + "\"";
      case DateTimeLiteralExpression date -> date.getValue().replace("'", "");
      case AllTableColumns all -> "all columns of " + labels.table(all.getTable().getName());
      case AllColumns all -> "all columns";
      case net.sf.jsqlparser.expression.Function function -> function(function);
      case AnalyticExpression window -> window(window);
      case CaseExpression cases -> cases(cases);
      case CastExpression cast ->
          said(cast.getLeftExpression())
              + " as "
              + cast.getColDataType().toString().toLowerCase(Locale.ROOT);
      case ExtractExpression part ->
          "the " + part.getName().toLowerCase(Locale.ROOT) + " of " + said(part.getExpression());
      case NotExpression not -> "not (" + said(not.getExpression()) + ")";
      case AndExpression and ->
          said(and.getLeftExpression()) + " and " + said(and.getRightExpression());
      case OrExpression or -> said(or.getLeftExpression()) + " or " + said(or.getRightExpression());
      case Between between ->
          "%s is %sfrom %s to %s"
              .formatted(
                  said(between.getLeftExpression()),
                  between.isNot() ? "not " : "",
                  said(between.getBetweenExpressionStart()),
                  said(between.getBetweenExpressionEnd()));
      case InExpression in -> in(in);
      case ExistsExpression exists ->
          (exists.isNot() ? "there is no row in " : "there is a row in ")
              + said(exists.getRightExpression());
      case IsNullExpression missing ->
          said(missing.getLeftExpression()) + (missing.isNot() ? " has a value" : " has no value");
      case LikeExpression like -> like(like);
      case ComparisonOperator comparison -> comparison(comparison);
      case BinaryExpression binary ->
          said(binary.getLeftExpression())
              + " "
              + binary.getStringExpression()
              + " "
              + said(binary.getRightExpression());
      case Select query -> queries.apply(query);
      case ParenthesedExpressionList<?> list when list.size() == 1 ->
          "(" + said(list.getFirst()) + ")";
      case ExpressionList<?> list -> "(" + all(list) + ")";
      default -> written(expression);
    };
  }

  /** What an expression says of which nothing better is known. */
  private static String written(Expression expression) {
    String text = expression.toString();
    return text.matches("[-\\w.]+") ? text : "`" + text + "`";
  }

  private String column(Column column) {
    Optional<String> table =
        Optional.ofNullable(column.getTable())
            .map(net.sf.jsqlparser.schema.Table::getUnquotedName)
            .filter(name -> !name.isEmpty());
    return labels.column(table, column.getUnquotedColumnName());
  }

  String all(List<? extends Expression> expressions) {
    return expressions.stream().map(this::said).collect(Collectors.joining(", "));
  }

  String order(List<OrderByElement> order) {
    return order.stream()
        .map(key -> said(key.getExpression()) + (key.isAsc() ? "" : ", the greatest first"))
        .collect(Collectors.joining("; then by "));
  }

  private String function(net.sf.jsqlparser.expression.Function function) {
    List<? extends Expression> arguments =
        function.getParameters() == null ? List.of() : function.getParameters();
    return aggregate(
        function.getName(),
        function.isDistinct(),
        function.isAllColumns() || arguments.stream().anyMatch(AllColumns.class::isInstance),
        arguments);
  }

  private String aggregate(
      String written, boolean distinct, boolean rows, List<? extends Expression> arguments) {
    String name = written.toLowerCase(Locale.ROOT);
    boolean ofRows = name.equals("count") && (rows || arguments.isEmpty());
    if (ofRows || name.equals("count_star")) {
      return "the number of rows";
    }
    if (arguments.size() != 1) {
      return name + "(" + all(arguments) + ")";
    }
    String argument = said(arguments.getFirst());
    String of = distinct ? "different " + argument : argument;
    return switch (name) {
      case "count" -> distinct ? "the number of " + of : "the number of rows with " + of;
      case "sum" -> "the sum of " + of;
      case "avg" -> "the average of " + of;
      case "min" -> "the least " + of;
      case "max" -> "the greatest " + of;
      case "lower" -> of + " in small letters";
      case "upper" -> of + " in capitals";
      default -> name + "(" + of + ")";
    };
  }

  private String window(AnalyticExpression window) {
    List<Expression> arguments =
        window.getExpression() == null ? List.of() : List.of(window.getExpression());
    String name = window.getName().toLowerCase(Locale.ROOT);
    List<String> parts = new ArrayList<>();
    parts.add(
        switch (name) {
          case "rank", "dense_rank" -> "the rank";
          case "row_number" -> "the number of the row";
          case "lag" -> said(window.getExpression()) + " of the row before";
          case "lead" -> said(window.getExpression()) + " of the row after";
          default -> aggregate(name, window.isDistinct(), window.isAllColumns(), arguments);
        });
    if (window.getPartitionExpressionList() != null
        && !window.getPartitionExpressionList().isEmpty()) {
      parts.add("within each " + all(window.getPartitionExpressionList()));
    }
    if (window.getOrderByElements() != null && !window.getOrderByElements().isEmpty()) {
      parts.add("in order of " + order(window.getOrderByElements()));
    }
    if (parts.size() == 1) {
      parts.add("over all rows");
    }
    return String.join(" ", parts);
  }

  private String cases(CaseExpression cases) {
    List<String> parts = new ArrayList<>();
    String subject =
        cases.getSwitchExpression() == null ? "" : said(cases.getSwitchExpression()) + " is ";
    for (WhenClause when : cases.getWhenClauses()) {
      parts.add(said(when.getThenExpression()) + " if " + subject + said(when.getWhenExpression()));
    }
    if (cases.getElseExpression() != null) {
      parts.add("else " + said(cases.getElseExpression()));
    }
    return String.join(", ", parts);
  }

  private String in(InExpression in) {
    String left = said(in.getLeftExpression());
    if (in.getRightExpression() instanceof Select query) {
      return left + (in.isNot() ? " is not among " : " is among ") + queries.apply(query);
    }
    return left + (in.isNot() ? " is none of " : " is one of ") + said(in.getRightExpression());
  }

  private String like(LikeExpression like) {
    String left = said(like.getLeftExpression());
    String not = like.isNot() ? "does not " : "";
    String ending = like.isNot() ? "" : "s";
    if (like.getEscape() == null
        && like.getRightExpression() instanceof StringValue pattern
        && pattern.getValue().matches("%?[^%_]+%?")) {
      String text = "\"" + pattern.getValue().replace("%", "") + "\"";
      boolean open = pattern.getValue().startsWith("%");
      boolean close = pattern.getValue().endsWith("%");
      String verb =
          open && close
              ? "contain" + ending
              : open
                  ? "end" + ending + " with"
                  : close ? "begin" + ending + " with" : like.isNot() ? "equal" : "equals";
      return left + " " + not + verb + " " + text;
    }
    return left
        + " "
        + not
        + "match"
        + (like.isNot() ? "" : "es")
        + " the pattern "
        + said(like.getRightExpression());
  }

  private String comparison(ComparisonOperator comparison) {
    String words =
        switch (comparison.getStringExpression()) {
          case "=", "==" -> "is";
          case "<>", "!=" -> "is not";
          case "<" -> "is less than";
          case "<=" -> "is at most";
          case ">" -> "is more than";
          case ">=" -> "is at least";
          default -> comparison.getStringExpression();
        };
    return said(comparison.getLeftExpression())
        + " "
        + words
        + " "
        + said(comparison.getRightExpression());
  }
}
