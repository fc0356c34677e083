package dev.alidade.engine.trino.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.base.Nearest;
import dev.alidade.sql.Reason;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.GroupingSets;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.Parameter;
import io.trino.sql.tree.QualifiedName;
import io.trino.sql.tree.Query;
import io.trino.sql.tree.Table;
import io.trino.sql.tree.TableFunctionInvocation;
import io.trino.sql.tree.With;
import io.trino.sql.tree.WithQuery;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Goes through every node of a statement: what it reads and calls, and what speaks against it. */
final class Walk {
  private static final String BUILT_IN = "system.builtin.";

  private final String sql;
  private final Names names;
  private final Findings findings = new Findings();

  private Walk(String sql, Names names) {
    this.sql = sql;
    this.names = names;
  }

  /** What the tree of {@code sql} does. */
  static Findings over(Node tree, String sql, Names names) {
    Walk walk = new Walk(sql, names);
    walk.visit(tree, Scope.EMPTY);
    return walk.findings;
  }

  private void visit(Node node, Scope scope) {
    if (!AllowedNodes.contains(node)) {
      refuse(
          node,
          ErrorCode.SQL_DENIED,
          "`%s` is not allowed in a statement"
              .formatted(node.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ")));
      return;
    }
    switch (node) {
      case Query query -> query(query, scope);
      case Table table -> table(table, scope);
      case FunctionCall call -> call(call, scope);
      case TableFunctionInvocation call -> tableFunction(call, scope);
      // Trino's own list of children leaves these out.
      case GroupingSets sets -> sets.getSets().forEach(set -> all(set, scope));
      case DereferenceExpression column -> column(column, scope);
      case Identifier name -> findings.column(name.getValue());
      case Parameter ignored -> findings.parameter();
      default -> all(node.getChildren(), scope);
    }
  }

  private void all(List<? extends Node> nodes, Scope scope) {
    nodes.forEach(node -> visit(node, scope));
  }

  private void query(Query query, Scope outer) {
    if (!query.getFunctions().isEmpty()) {
      refuse(query, ErrorCode.SQL_DENIED, "WITH FUNCTION is not allowed; write the expression out");
      return;
    }
    if (!query.getSessionProperties().isEmpty()) {
      refuse(query, ErrorCode.SQL_DENIED, "WITH SESSION is not allowed; settings are the source's");
      return;
    }
    Scope inner = query.getWith().map(with -> with(with, outer)).orElse(outer);
    visit(query.getQueryBody(), inner);
    query.getOrderBy().ifPresent(order -> visit(order, inner));
    query.getOffset().ifPresent(offset -> visit(offset, inner));
    query.getLimit().ifPresent(limit -> visit(limit, inner));
  }

  /** Each name holds behind its definition, and inside of it only where it is recursive. */
  private Scope with(With with, Scope outer) {
    Scope scope = outer;
    for (WithQuery definition : with.getQueries()) {
      Scope behind = scope.with(definition.getName().getValue());
      visit(definition.getQuery(), with.isRecursive() ? behind : scope);
      scope = behind;
    }
    return scope;
  }

  private void table(Table table, Scope scope) {
    all(table.getChildren(), scope);
    QualifiedName name = table.getName();
    if (name.getPrefix().isEmpty() && scope.has(name.getSuffix())) {
      return;
    }
    switch (names.table(name)) {
      case Names.Meaning.Named named -> findings.table(table, named.table());
      case Names.Meaning.Refused refused ->
          refuse(table, refused.reason().code(), refused.reason().message());
    }
  }

  private void call(FunctionCall call, Scope scope) {
    Optional<String> name = builtIn(call.getName());
    if (name.isEmpty()) {
      refuse(
          call,
          ErrorCode.FUNCTION_DENIED,
          "Function `%s` may not be called: only functions without a schema are"
              .formatted(call.getName()));
    } else if (!AllowedFunctions.inExpression(name.get())) {
      refuse(
          call,
          ErrorCode.FUNCTION_NOT_FOUND,
          "Function `%s` is not among those that may be called%s"
              .formatted(name.get(), Nearest.hint(name.get(), AllowedFunctions.inExpressions())));
    } else {
      findings.function(name.get());
    }
    all(call.getChildren(), scope);
  }

  private void tableFunction(TableFunctionInvocation call, Scope scope) {
    Optional<String> name = builtIn(call.getName());
    if (name.filter(AllowedFunctions::asTable).isEmpty()) {
      refuse(
          call,
          ErrorCode.FUNCTION_DENIED,
          "Table function `%s` may not be called; select from tables and views"
              .formatted(call.getName()));
    }
    name.ifPresent(findings::function);
    all(call.getChildren(), scope);
  }

  /** The name in lower case, where Trino cannot take it for a function of a catalog. */
  private static Optional<String> builtIn(QualifiedName name) {
    String written = name.toString().toLowerCase(Locale.ENGLISH);
    if (name.getPrefix().isEmpty()) {
      return Optional.of(written);
    }
    return written.startsWith(BUILT_IN) && name.getParts().size() == 3
        ? Optional.of(name.getSuffix().toLowerCase(Locale.ENGLISH))
        : Optional.empty();
  }

  private void column(DereferenceExpression column, Scope scope) {
    QualifiedName name = DereferenceExpression.getQualifiedName(column);
    if (name == null) {
      visit(column.getBase(), scope);
      return;
    }
    findings.column(String.join(".", name.getParts()));
  }

  private void refuse(Node node, ErrorCode code, String message) {
    Optional<Location> place =
        node.getLocation().map(at -> TextPlace.of(sql, at.getLineNumber(), at.getColumnNumber()));
    findings.reason(new Reason(code, message, place));
  }
}
