package dev.alidade.advice;

import dev.alidade.advice.ExplainSqlOutput.Step;
import dev.alidade.semantic.SemanticModel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.WithItem;

/** Tells what a statement does, a step for each of its queries, those first that others read. */
final class Narrator {
  private static final Pattern SEVERAL_GROUPINGS =
      Pattern.compile("\\b(rollup|cube|grouping\\s+sets)\\b", Pattern.CASE_INSENSITIVE);

  private final SemanticModel model;
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> tables = new HashSet<>();
  private final Set<String> named = new HashSet<>();
  private boolean whole = true;

  Narrator(SemanticModel model) {
    this.model = model;
  }

  /** The steps of a statement. */
  List<Step> tell(Select statement) {
    query(statement, "the result");
    return List.copyOf(steps);
  }

  /** Whether all of it was understood. */
  boolean isWhole() {
    return whole;
  }

  /** The tables that it reads, without schemas and in lower case. */
  Set<String> tables() {
    return Set.copyOf(tables);
  }

  private void query(Select select, String name) {
    if (select.getWithItemsList() != null) {
      for (WithItem<?> with : select.getWithItemsList()) {
        String part = with.getUnquotedAliasName();
        named.add(part.toLowerCase(Locale.ROOT));
        if (with.getParenthesedStatement() instanceof Select body) {
          query(body, part);
        } else {
          whole = false;
        }
      }
    }
    switch (select) {
      case PlainSelect plain -> plain(plain, name);
      case SetOperationList set -> set(set, name);
      case ParenthesedSelect inner
          when inner.getOrderByElements() == null && inner.getLimit() == null ->
          query(inner.getSelect(), name);
      default -> whole = false;
    }
  }

  private void set(SetOperationList set, String name) {
    List<String> parts = new ArrayList<>();
    for (Select part : set.getSelects()) {
      parts.add(part(part, name));
    }
    StringBuilder does = new StringBuilder("Takes the rows of " + parts.getFirst());
    for (int index = 1; index < parts.size(); index++) {
      String operation = set.getOperation(index - 1).toString().toLowerCase(Locale.ROOT).strip();
      does.append(combined(operation).formatted(parts.get(index)));
    }
    List<String> lines = new ArrayList<>();
    lines.add(does + ".");
    Phrasing phrasing = phrasing(new Labels(model), name);
    ends(set, phrasing, lines);
    steps.add(new Step(name, lines));
  }

  private String combined(String operation) {
    return switch (operation) {
      case "union all" -> ", with those of %s below them, repeats included";
      case "union", "union distinct" -> ", with those of %s added, each row once";
      case "intersect", "intersect distinct" -> ", and keeps those that %s has too";
      case "except", "minus", "except distinct" -> ", without those that %s has";
      default -> {
        whole = false;
        yield ", and %s";
      }
    };
  }

  /** A query within another one, which becomes a step of its own. */
  private String part(Select select, String name) {
    String part = "part " + (steps.size() + 1) + " of " + name.replaceAll("^part \\d+ of ", "");
    query(select, part);
    return part;
  }

  private Phrasing phrasing(Labels labels, String name) {
    return new Phrasing(labels, query -> part(query, name));
  }

  private void plain(PlainSelect select, String name) {
    Labels labels = new Labels(model);
    Phrasing phrasing = phrasing(labels, name);
    List<String> lines = new ArrayList<>();
    List<Join> joins = select.getJoins() == null ? List.of() : select.getJoins();
    String from =
        Optional.ofNullable(select.getFromItem()).map(item -> from(item, labels)).orElse("");
    List<String> joined = joins.stream().map(join -> from(join.getFromItem(), labels)).toList();
    if (!from.isEmpty()) {
      lines.add("Takes the rows of %s.".formatted(from));
    }
    for (int index = 0; index < joins.size(); index++) {
      lines.add(join(joins.get(index), joined.get(index), phrasing));
    }
    if (select.getWhere() != null) {
      lines.add("Keeps rows where %s.".formatted(phrasing.said(select.getWhere())));
    }
    if (select.getGroupBy() != null) {
      lines.add(groups(select, phrasing));
    }
    if (select.getHaving() != null) {
      lines.add("Keeps groups where %s.".formatted(phrasing.said(select.getHaving())));
    }
    if (select.getQualify() != null) {
      lines.add("Then keeps rows where %s.".formatted(phrasing.said(select.getQualify())));
    }
    lines.add(
        "%s %s%s."
            .formatted(
                select.getDistinct() == null ? "Shows" : "Shows, each different row once,",
                select.getSelectItems().stream()
                    .map(item -> item(item, phrasing))
                    .collect(Collectors.joining(", ")),
                select.getTop() == null
                    ? ""
                    : ", of the first " + select.getTop().getExpression() + " rows"));
    ends(select, phrasing, lines);
    whole &=
        select.getLateralViews() == null
            && select.getOracleHierarchical() == null
            && select.getIntoTables() == null
            && select.getForXmlPath() == null
            && select.getKsqlWindow() == null;
    steps.add(new Step(name, lines));
  }

  private String groups(PlainSelect select, Phrasing phrasing) {
    List<? extends net.sf.jsqlparser.expression.Expression> keys =
        listed(select.getGroupBy().getGroupByExpressionList());
    // Several groupings at once have no plain words here.
    whole &= !SEVERAL_GROUPINGS.matcher(select.getGroupBy().toString()).find();
    return keys.isEmpty()
        ? "Groups all rows that are alike in what is shown."
        : "Groups them: one row for each %s.".formatted(phrasing.all(keys));
  }

  private static List<net.sf.jsqlparser.expression.Expression> listed(List<?> list) {
    return list == null
        ? List.of()
        : list.stream().map(net.sf.jsqlparser.expression.Expression.class::cast).toList();
  }

  private static String item(SelectItem<?> item, Phrasing phrasing) {
    String said = phrasing.said(item.getExpression());
    boolean sameName =
        item.getExpression() instanceof Column column
            && column.getUnquotedColumnName().equalsIgnoreCase(item.getUnquotedAliasName());
    if (item.getAlias() == null || sameName) {
      return said;
    }
    return said + " as \"" + item.getUnquotedAliasName() + "\"";
  }

  private static void ends(Select select, Phrasing phrasing, List<String> lines) {
    if (select.getOrderByElements() != null) {
      lines.add("Sorts by %s.".formatted(phrasing.order(select.getOrderByElements())));
    }
    if (select.getLimit() != null && select.getLimit().getOffset() != null) {
      lines.add("Leaves out the first %s rows.".formatted(select.getLimit().getOffset()));
    }
    if (select.getOffset() != null) {
      lines.add("Leaves out the first %s rows.".formatted(select.getOffset().getOffset()));
    }
    if (select.getLimit() != null && select.getLimit().getRowCount() != null) {
      lines.add("Keeps the first %s rows.".formatted(select.getLimit().getRowCount()));
    }
    if (select.getFetch() != null) {
      lines.add("Keeps the first %s rows.".formatted(select.getFetch().getExpression()));
    }
  }

  private String from(FromItem item, Labels labels) {
    return switch (item) {
      case Table table -> {
        String plain = table.getUnquotedName();
        Optional<String> alias =
            Optional.ofNullable(table.getAlias()).map(one -> one.getUnquotedName());
        labels.alias(alias.orElse(plain), plain);
        if (table.getSchemaName() != null || !named.contains(plain.toLowerCase(Locale.ROOT))) {
          tables.add(plain.toLowerCase(Locale.ROOT));
        }
        yield labels.table(plain);
      }
      case ParenthesedSelect inner -> {
        String alias =
            Optional.ofNullable(inner.getAlias())
                .map(one -> one.getUnquotedName())
                .orElse("part " + (steps.size() + 1));
        labels.alias(alias, alias);
        query(inner.getSelect(), alias);
        yield alias;
      }
      default -> {
        whole = false;
        yield "`" + item + "`";
      }
    };
  }

  private String join(Join join, String with, Phrasing phrasing) {
    whole &= !join.isApply() && !join.isSemi() && !join.isWindowJoin();
    String on =
        join.getOnExpressions().isEmpty()
            ? ""
            : " where "
                + join.getOnExpressions().stream()
                    .map(phrasing::said)
                    .collect(Collectors.joining(" and "));
    String using =
        join.getUsingColumns() == null || join.getUsingColumns().isEmpty()
            ? ""
            : " with the same "
                + join.getUsingColumns().stream()
                    .map(phrasing::said)
                    .collect(Collectors.joining(", "));
    String how = on + using;
    if (join.isNatural()) {
      how = " with the same values in columns of the same name";
    }
    if (join.isCross() || (how.isEmpty() && join.isSimple())) {
      return "Puts every row beside every row of %s.".formatted(with);
    }
    if (join.isLeft()) {
      return "Adds the rows of %s%s; rows without such stay, with nothing beside them."
          .formatted(with, how);
    }
    if (join.isRight()) {
      return "Joins the rows of %s%s; rows of %s without such stay, with nothing beside them."
          .formatted(with, how, with);
    }
    if (join.isFull()) {
      return "Joins the rows of %s%s; rows of either side without such stay.".formatted(with, how);
    }
    return "Joins the rows of %s%s.".formatted(with, how);
  }
}
