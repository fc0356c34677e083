package dev.alidade.ask.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.ask.plan.Expression;
import dev.alidade.ask.plan.Join;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.SelectPlan;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.Words;
import dev.alidade.ask.text.Question;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the records of one plan from JSON, by the records' own declarations. */
final class NodeReader {
  private static final int DEEPEST = 60;
  private static final int MOST_NODES = 4_000;
  private static final int LONGEST_NAME = 100;

  private final Names names;
  private final Map<String, JsonNode> metrics;
  private final Findings findings;
  private final ValueReader values;
  private final Deque<Scope> scopes = new ArrayDeque<>();
  private final List<Part> parts = new ArrayList<>();
  private int depth;
  private int nodes;

  NodeReader(Names names, Map<String, JsonNode> metrics, Question question, Findings findings) {
    this.names = names;
    this.metrics = Map.copyOf(metrics);
    this.findings = findings;
    this.values = new ValueReader(question, findings);
  }

  Optional<Plan> plan(JsonNode json) {
    return node(json, Plan.class, "$").map(Plan.class::cast);
  }

  /** A plan within the plan, and where it stands. */
  record Part(Plan plan, String path) {}

  /** The plan and every plan within it, inner ones first. */
  List<Part> parts() {
    return List.copyOf(parts);
  }

  private Optional<Object> node(JsonNode json, Class<?> type, String path) {
    if (++nodes > MOST_NODES || depth >= DEEPEST) {
      if (nodes == MOST_NODES + 1 || depth >= DEEPEST) {
        findings.add(
            shortened(path),
            "too_large",
            "The plan has more than %,d parts or more than %d levels; ask for less at once"
                .formatted(MOST_NODES, DEEPEST));
        nodes = MOST_NODES + 1;
      }
      return Optional.empty();
    }
    if (ValueReader.isValue(type)) {
      return values.read(json, type, path);
    }
    if (!json.isObject()) {
      findings.add(path, "wrong_type", "This must be an object");
      return Optional.empty();
    }
    depth++;
    try {
      return kindOf(json, type, path).flatMap(record -> record(json, record, path));
    } finally {
      depth--;
    }
  }

  private Optional<Class<?>> kindOf(JsonNode json, Class<?> type, String path) {
    Map<String, Class<?>> kinds = Shapes.kinds(type);
    if (kinds.isEmpty()) {
      return Optional.of(type);
    }
    String kind = json.path(Shapes.KIND).asText();
    if (!kinds.containsKey(kind)) {
      findings.add(
          path + "." + Shapes.KIND,
          "unknown_kind",
          "`kind` must be one of: " + String.join(", ", kinds.keySet()));
    }
    return Optional.ofNullable(kinds.get(kind));
  }

  private Optional<Object> record(JsonNode json, Class<?> type, String path) {
    boolean select = type == SelectPlan.class;
    if (select) {
      scopes.push(scope(json.path("tables"), path + ".tables"));
    }
    try {
      known(json, type, path);
      if (type == Expression.ColumnUse.class) {
        return column(json, path);
      }
      if (type == Join.class) {
        return join(json, path);
      }
      if (type == Expression.MetricUse.class) {
        return metric(json, path);
      }
      Optional<Object> made = made(json, type, path);
      if (made.isPresent() && made.get() instanceof Plan plan) {
        parts.add(new Part(plan, path));
      }
      return made;
    } finally {
      if (select) {
        scopes.pop();
      }
    }
  }

  private void known(JsonNode json, Class<?> type, String path) {
    List<String> known =
        new ArrayList<>(Arrays.stream(type.getRecordComponents()).map(Shapes::name).toList());
    known.add(Shapes.KIND);
    json.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                findings.add(
                    path,
                    "unknown_field",
                    "There is no field `%s` here%s"
                        .formatted(Names.shown(name), Names.choices(name, known)));
              }
            });
  }

  /** The tables of a SELECT have to be known before anything that speaks of them. */
  private Scope scope(JsonNode tables, String path) {
    Scope scope = new Scope();
    int index = 0;
    for (JsonNode use : tables) {
      String name = ValueReader.tableName(use.path("table"));
      Optional<Table> table = names.table(name);
      if (table.isPresent() && !scope.add(alias(use, table.get()), table.get())) {
        findings.add(
            "%s[%d].alias".formatted(path, index),
            "same_alias",
            "Two tables are called `%s`; give one another alias"
                .formatted(Names.shown(alias(use, table.get()))));
      }
      index++;
    }
    return scope;
  }

  private static String alias(JsonNode use, Table table) {
    return use.path("alias").isTextual() ? use.path("alias").asText() : table.name().table();
  }

  private Optional<Object> column(JsonNode json, String path) {
    Optional<String> alias = alias(json.path("table"), path + ".table");
    Optional<Column> column =
        alias.flatMap(
            known -> column(scopes.getFirst().table(known), json.path("column"), path + ".column"));
    Words words = values.words(json.path("words"));
    return column.map(
        found -> new Expression.ColumnUse(alias.get(), found.name(), found.type(), words));
  }

  private Optional<Column> column(Table table, JsonNode name, String path) {
    Optional<Column> column = Names.column(table, name.asText());
    if (column.isEmpty()) {
      findings.add(path, "unknown_column", Names.unknownColumn(table, name.asText()));
    }
    return column;
  }

  private Optional<String> alias(JsonNode name, String path) {
    Scope scope = scopes.isEmpty() ? new Scope() : scopes.getFirst();
    Optional<String> alias = scope.alias(name.asText());
    if (alias.isEmpty()) {
      findings.add(
          path,
          "unknown_alias",
          "`%s` is no alias of this plan's tables%s"
              .formatted(
                  Names.shown(name.asText()), Names.choices(name.asText(), scope.aliases())));
    }
    return alias;
  }

  private Optional<Object> join(JsonNode json, String path) {
    Optional<String> left = alias(json.path("left"), path + ".left");
    Optional<String> right = alias(json.path("right"), path + ".right");
    List<String> leftColumns = columns(left, json.path("left_columns"), path + ".left_columns");
    List<String> rightColumns = columns(right, json.path("right_columns"), path + ".right_columns");
    if (left.isEmpty() || right.isEmpty()) {
      return Optional.empty();
    }
    if (leftColumns.isEmpty() || leftColumns.size() != rightColumns.size()) {
      findings.add(path, "bad_value", "`left_columns` and `right_columns` must pair one to one");
      return Optional.empty();
    }
    return Optional.of(new Join(left.get(), leftColumns, right.get(), rightColumns));
  }

  private List<String> columns(Optional<String> alias, JsonNode names, String path) {
    List<String> columns = new ArrayList<>();
    for (int index = 0; alias.isPresent() && index < names.size(); index++) {
      String at = "%s[%d]".formatted(path, index);
      column(scopes.getFirst().table(alias.get()), names.get(index), at)
          .ifPresent(column -> columns.add(column.name()));
    }
    return columns;
  }

  /** What a metric is, the semantic model says, whatever the plan does. */
  private Optional<Object> metric(JsonNode json, String path) {
    String name = json.path("metric").asText();
    JsonNode formula = metrics.get(name);
    if (formula == null) {
      findings.add(
          path + ".metric",
          "unknown_metric",
          "No metric `%s`%s"
              .formatted(Names.shown(name), Names.choices(name, List.copyOf(metrics.keySet()))));
      return Optional.empty();
    }
    Words words = values.words(json.path("words"));
    return node(formula, Expression.class, path)
        .map(found -> new Expression.MetricUse(name, (Expression) found, words));
  }

  private Optional<Object> made(JsonNode json, Class<?> type, String path) {
    RecordComponent[] components = type.getRecordComponents();
    List<Object> arguments = new ArrayList<>();
    for (RecordComponent component : components) {
      component(json, component, path).ifPresent(arguments::add);
    }
    if (arguments.size() < components.length) {
      return Optional.empty();
    }
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      return Optional.of(type.getDeclaredConstructor(types).newInstance(arguments.toArray()));
    } catch (InvocationTargetException refused) {
      String why =
          refused.getCause() instanceof IllegalArgumentException known
              ? "This cannot be: " + known.getMessage()
              : "This cannot be read";
      findings.add(path, "bad_value", why);
      return Optional.empty();
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Optional<Object> component(JsonNode json, RecordComponent component, String path) {
    String name = Shapes.name(component);
    JsonNode value = json.path(name);
    String at = path + "." + name;
    boolean absent = value.isMissingNode() || value.isNull();
    if (absent && Shapes.isNeeded(component)) {
      findings.add(path, "missing_field", "This needs the field `%s`".formatted(name));
      return Optional.empty();
    }
    if (Shapes.isOptional(component)) {
      return absent
          ? Optional.of(Optional.empty())
          : positive(node(value, Shapes.held(component), at), component, at).map(Optional::of);
    }
    if (Shapes.isList(component)) {
      return list(value, absent, Shapes.held(component), at);
    }
    if (component.getType() == TableName.class) {
      return table(value, at);
    }
    return absent ? usual(json, component) : checked(value, component, at);
  }

  private Optional<Object> checked(JsonNode value, RecordComponent component, String path) {
    Optional<Object> read = node(value, component.getType(), path);
    Class<?> record = component.getDeclaringRecord();
    boolean name = record == Output.class || record == TableUse.class;
    if (name && read.isPresent() && read.get() instanceof String text && !isName(text)) {
      findings.add(
          path, "bad_value", "This must be a name of 1 to %d characters".formatted(LONGEST_NAME));
      return Optional.empty();
    }
    return positive(read, component, path);
  }

  private Optional<Object> positive(Optional<Object> read, RecordComponent component, String path) {
    boolean counts = component.getName().equals("limit") || component.getName().equals("count");
    if (counts && read.isPresent() && read.get() instanceof Long number && number < 1) {
      findings.add(path, "bad_value", "This must be 1 or more");
      return Optional.empty();
    }
    return read;
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.length() <= LONGEST_NAME
        && text.chars().noneMatch(Character::isISOControl);
  }

  private Optional<Object> list(JsonNode value, boolean absent, Class<?> held, String path) {
    if (absent) {
      return Optional.of(List.of());
    }
    if (!value.isArray()) {
      findings.add(path, "wrong_type", "This must be an array");
      return Optional.empty();
    }
    List<Object> items = new ArrayList<>();
    for (int index = 0; index < value.size() && nodes <= MOST_NODES; index++) {
      node(value.get(index), held, "%s[%d]".formatted(path, index)).ifPresent(items::add);
    }
    return items.size() == value.size() ? Optional.of(items) : Optional.empty();
  }

  private Optional<Object> table(JsonNode value, String path) {
    String name = ValueReader.tableName(value);
    Optional<Table> table = names.table(name);
    if (table.isEmpty()) {
      findings.add(path, "unknown_table", names.unknownTable(name));
    }
    return table.map(Table::name);
  }

  /** What holds where a planner did not say it. */
  private Optional<Object> usual(JsonNode json, RecordComponent component) {
    if (component.getDeclaringRecord() == TableUse.class) {
      return component.getType() == Words.class
          ? Optional.of(Words.NONE)
          : names
              .table(ValueReader.tableName(json.path("table")))
              .map(table -> table.name().table());
    }
    if (component.getDeclaringRecord() == Output.class) {
      return Optional.of(Labels.of(json.path("expression")));
    }
    return ValueReader.usual(component.getType());
  }

  private static String shortened(String path) {
    return path.length() <= 120 ? path : path.substring(0, 120) + "...";
  }
}
