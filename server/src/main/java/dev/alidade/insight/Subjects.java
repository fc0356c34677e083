package dev.alidade.insight;

import dev.alidade.ask.AskOutput;
import dev.alidade.ask.AskService;
import dev.alidade.ask.ConversationOutput;
import dev.alidade.ask.plan.TableUse;
import dev.alidade.ask.plan.Words;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Column;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.Table;
import dev.alidade.operation.Invocation;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.Meanings;
import dev.alidade.semantic.Metric;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.SqlToken;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Finds what a caller wants looked at. */
final class Subjects {
  private final QueryService queries;
  private final CatalogService catalog;
  private final Meanings meanings;
  private final AskService asking;

  Subjects(QueryService queries, CatalogService catalog, Meanings meanings, AskService asking) {
    this.queries = queries;
    this.catalog = catalog;
    this.meanings = meanings;
    this.asking = asking;
  }

  Subject of(FindInsightsInput input, Invocation invocation) {
    long given =
        List.of(input.table(), input.sql(), input.conversation()).stream()
            .filter(Optional::isPresent)
            .count();
    if (given != 1) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Say what to look at: `source` with `table` or with `sql`, or a `conversation`");
    }
    if (input.conversation().isPresent()) {
      AskOutput answer = answer(invocation.caller(), input.conversation().get(), input.turn());
      return result(
          answer.source().orElseThrow(), answer.sql().orElseThrow(), "the answer", invocation);
    }
    String source =
        input
            .source()
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.INVALID_INPUT,
                        "`table` and `sql` need their `source`; `list_sources` names them"));
    return input.table().isPresent()
        ? table(source, input.table().get(), invocation.caller())
        : result(source, input.sql().orElseThrow(), "the result", invocation);
  }

  private AskOutput answer(Caller caller, String conversation, Optional<String> turn) {
    List<ConversationOutput.Turn> turns = asking.conversation(caller, conversation).turns();
    return turns.reversed().stream()
        .filter(one -> turn.isEmpty() || one.id().equals(turn.get()))
        .map(ConversationOutput.Turn::answer)
        .filter(one -> one.sql().isPresent() && one.source().isPresent())
        .findFirst()
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.INVALID_INPUT,
                    "The conversation has no such answer with rows that you may see now; ask again, or name another `turn`"));
  }

  private Subject table(String source, String written, Caller caller) {
    SourceKnowledge knowledge = catalog.knowledge(caller, source);
    Table table =
        knowledge
            .catalog()
            .table(written)
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.TABLE_NOT_FOUND,
                        "Table `%s` not found in `%s`%s"
                            .formatted(
                                written,
                                source,
                                Nearest.hint(
                                    written,
                                    knowledge.tables().stream()
                                        .map(one -> one.name().toString())
                                        .toList()))));
    SemanticModel model = meanings.of(caller, source);
    Optional<Dataset> dataset =
        model.datasets().stream().filter(one -> one.table().equals(table.name())).findFirst();
    return new Subject(
        source,
        table.name().table().replace('_', ' '),
        new TableUse(table.name().table(), table.name(), Words.NONE),
        Optional.empty(),
        table.columns(),
        keys(knowledge, table),
        dataset.map(one -> summed(model, one.name())).orElse(Set.of()),
        dataset.map(one -> timed(model, one.name())).orElse(Set.of()),
        false);
  }

  private static Set<String> keys(SourceKnowledge knowledge, Table table) {
    Set<String> keys = new HashSet<>();
    table.primaryKey().forEach(column -> keys.add(column.toLowerCase(Locale.ROOT)));
    knowledge.foreignKeys().stream()
        .filter(key -> key.from().equals(table.name()))
        .flatMap(key -> key.columns().stream())
        .forEach(column -> keys.add(column.toLowerCase(Locale.ROOT)));
    return keys;
  }

  /** Columns that metrics add up. */
  private static Set<String> summed(SemanticModel model, String dataset) {
    Set<String> columns = new HashSet<>();
    for (Metric metric : model.metrics()) {
      if (metric.formula() instanceof Formula.Aggregate aggregate
          && aggregate.function() == Formula.Function.SUM
          && aggregate.argument().orElse(null) instanceof Formula.Column column
          && column.dataset().equals(dataset)) {
        columns.add(column.column());
      }
    }
    return columns;
  }

  private static Set<String> timed(SemanticModel model, String dataset) {
    Set<String> columns = new HashSet<>();
    model.metrics().stream()
        .flatMap(metric -> metric.time().stream())
        .filter(column -> column.dataset().equals(dataset))
        .forEach(column -> columns.add(column.column()));
    return columns;
  }

  private Subject result(String source, String sql, String name, Invocation invocation) {
    String body = sql.strip().replaceAll(";+$", "");
    List<Column> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (ResultColumn column : columns(source, body, invocation)) {
      if (!names.add(column.name().toLowerCase(Locale.ROOT))) {
        throw new AlidadeException(
            ErrorCode.INVALID_INPUT,
            "The result has two columns `%s`; give them different names with AS"
                .formatted(column.name()));
      }
      columns.add(new Column(column.name(), column.type(), true, Optional.empty()));
    }
    String alias = unused(body);
    return new Subject(
        source,
        name,
        new TableUse(alias, TableName.of(alias), Words.NONE),
        Optional.of(body),
        columns,
        Set.of(),
        Set.of(),
        Set.of(),
        isGrouped(source, body, invocation.caller()));
  }

  private List<ResultColumn> columns(String source, String sql, Invocation invocation) {
    try (GovernedResult result =
        queries.run(
            new QueryRequest(
                invocation.caller(),
                source,
                sql,
                Parameters.NONE,
                QueryLimits.INTERACTIVE.withRows(1),
                invocation.cancellation()))) {
      return result.columns();
    }
  }

  /** A name that the statement does not speak of, so that neither hides the other. */
  private static String unused(String sql) {
    String text = sql.toLowerCase(Locale.ROOT);
    String name = "result";
    for (int number = 1; text.contains(name); number++) {
      name = "result_" + number;
    }
    return name;
  }

  private boolean isGrouped(String source, String sql, Caller caller) {
    List<String> words =
        Lexer.tokens(sql, queries.lexicalRules(caller, source)).stream()
            .filter(token -> token.kind() == SqlToken.Kind.WORD)
            .map(token -> token.text(sql).toLowerCase(Locale.ROOT))
            .toList();
    for (int index = 1; index < words.size(); index++) {
      if (words.get(index).equals("by") && words.get(index - 1).equals("group")) {
        return true;
      }
    }
    return words.contains("distinct");
  }
}
