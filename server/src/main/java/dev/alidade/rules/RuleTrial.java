package dev.alidade.rules;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Capability;
import dev.alidade.engine.Engine;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Sources;
import dev.alidade.engine.Table;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tries rules on the sources that they are about, before anybody depends on them. */
final class RuleTrial {
  private static final int MOST_TABLES = 20;

  private final Sources sources;
  private final QueryService queries;

  RuleTrial(Sources sources, QueryService queries) {
    this.sources = sources;
    this.queries = queries;
  }

  /** What should be known of a role; fails where it names columns that tables do not have. */
  List<String> of(Role role) {
    Collection<String> concerned =
        role.sources()
            .filter(names -> !names.contains(Role.EVERY_SOURCE))
            .orElseGet(() -> Set.copyOf(sources.names()));
    List<String> patterns = new ArrayList<>();
    role.tables().ifPresent(names -> names.stream().sorted().forEach(patterns::add));
    role.columns().keySet().stream().sorted().forEach(patterns::add);
    role.deny().tables().stream().sorted().forEach(patterns::add);
    List<String> denied = role.deny().columns().stream().sorted().toList();
    denied.forEach(column -> patterns.add(tableOf(column)));
    if (patterns.isEmpty()) {
      return List.of();
    }
    TableLookup tables = new TableLookup(sources, concerned);
    role.columns()
        .forEach((table, columns) -> columns.forEach(each -> tables.checkColumn(table, each)));
    denied.forEach(
        column ->
            tables.checkColumn(tableOf(column), column.substring(column.lastIndexOf('.') + 1)));
    List<String> notices = new ArrayList<>(silence(tables));
    patterns.stream().distinct().forEach(each -> tables.absence(each).ifPresent(notices::add));
    return notices;
  }

  /**
   * What should be known of a policy; fails where its source could not run it.
   *
   * @param attributes of the caller that it is tried with
   */
  List<String> of(TablePolicy policy, Map<String, String> attributes, Invocation invocation) {
    Engine engine = sources.engine(policy.source());
    policy.rows().ifPresent(rows -> checkWhole(policy, rows, engine.dialect().lexicalRules()));
    TableLookup tables = new TableLookup(sources, List.of(policy.source()));
    if (!tables.silent().isEmpty()) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "`%s` does not answer, so that policy `%s` cannot be tried; save it when it does"
              .formatted(policy.source(), policy.name()));
    }
    policy.masks().keySet().forEach(column -> tables.checkColumn(policy.table(), column));
    Caller caller = tried(invocation.caller(), policy, attributes);
    List<Table> matching = tables.matching(policy.table());
    for (Table table : matching.stream().limit(MOST_TABLES).toList()) {
      policy.rows().ifPresent(rows -> tryRows(policy, rows, table, engine, caller, invocation));
      tryWhole(policy, table, engine, caller, invocation);
    }
    return tables
        .absence(policy.table())
        .map(absence -> List.of(absence + "; it could not be tried"))
        .orElse(List.of());
  }

  private static List<String> silence(TableLookup tables) {
    return tables.silent().stream()
        .map(
            "`%s` does not answer, so that tables and columns were not looked for there"::formatted)
        .toList();
  }

  private static String tableOf(String column) {
    return column.substring(0, column.lastIndexOf('.'));
  }

  /** With a text for each attribute that the policy needs. */
  private static Caller tried(Caller asking, TablePolicy policy, Map<String, String> attributes) {
    Map<String, String> values = new HashMap<>();
    policy.rows().ifPresent(rows -> rows.attributes().forEach(name -> values.put(name, "1")));
    values.putAll(attributes);
    return new Caller(asking.name() + " trying a policy", Set.of(), values, asking.door());
  }

  /** A condition stands in parentheses beside others, out of which it must not reach. */
  private static void checkWhole(TablePolicy policy, RowFilter rows, LexicalRules lexical) {
    String condition = rows.condition();
    int depth = 0;
    int end = 0;
    for (SqlToken token : Lexer.tokens(condition, lexical)) {
      String text = token.text(condition);
      end = token.end();
      depth += text.equals("(") ? 1 : 0;
      depth -= text.equals(")") ? 1 : 0;
      boolean odd =
          token.kind() == SqlToken.Kind.SEMICOLON || token.kind() == SqlToken.Kind.UNTERMINATED;
      if (depth < 0 || odd) {
        throw notWhole(policy);
      }
    }
    // What the lexer leaves out behind the last token is a comment, which may have no end.
    if (depth != 0 || end == 0 || !condition.substring(end).isBlank()) {
      throw notWhole(policy);
    }
  }

  private static AlidadeException notWhole(TablePolicy policy) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "`rows` of policy `%s` must be one condition by itself, such as region = {caller.region}: its parentheses and quotes in pairs, no `;`, and no comment behind it"
            .formatted(policy.name()));
  }

  private void tryRows(
      TablePolicy policy,
      RowFilter rows,
      Table table,
      Engine engine,
      Caller caller,
      Invocation invocation) {
    String sql =
        "SELECT 1 FROM %s WHERE (%s)"
            .formatted(engine.dialect().quote(table.name()), rows.sql(caller, engine.dialect()));
    try {
      tryOut(AccessRules.OPEN, policy.source(), sql, engine, caller, invocation);
    } catch (AlidadeException failure) {
      throw new AlidadeException(
          failure.code(),
          "`rows` of policy `%s`, tried on `%s`%s: %s"
              .formatted(policy.name(), table.name(), example(rows), failure.getMessage()),
          failure);
    }
  }

  private static String example(RowFilter rows) {
    return rows.attributes().isEmpty()
        ? ""
        : " with a text for each attribute (`attributes` gives better ones)";
  }

  /** As somebody whom it concerns will meet it. */
  private void tryWhole(
      TablePolicy policy, Table table, Engine engine, Caller caller, Invocation invocation) {
    TablePolicy forAll =
        new TablePolicy(
            policy.name(),
            policy.source(),
            policy.table(),
            Set.of(),
            policy.rows(),
            policy.masks());
    AccessRules rules = new AccessRules(List.of(), List.of(forAll), "key");
    String sql = "SELECT * FROM " + engine.dialect().quote(table.name());
    try {
      tryOut(rules, policy.source(), sql, engine, caller, invocation);
    } catch (AlidadeException failure) {
      throw new AlidadeException(
          failure.code(),
          "Policy `%s` cannot be applied to `%s`: %s"
              .formatted(policy.name(), table.name(), failure.getMessage()),
          failure);
    }
  }

  private void tryOut(
      AccessRules rules,
      String source,
      String sql,
      Engine engine,
      Caller caller,
      Invocation invocation) {
    QueryRequest request =
        new QueryRequest(
            caller,
            source,
            sql,
            Parameters.NONE,
            QueryLimits.INTERACTIVE.withRows(1),
            invocation.cancellation());
    if (engine.capabilities().contains(Capability.EXPLAIN)) {
      queries.explainUnder(rules, request);
      return;
    }
    queries.runUnder(rules, request).close();
  }
}
