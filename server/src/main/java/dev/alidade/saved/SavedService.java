package dev.alidade.saved;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.Right;
import dev.alidade.policy.Verdict;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryService;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.Reason;
import dev.alidade.sql.SqlToken;
import dev.alidade.workbench.QueryInput;
import dev.alidade.workbench.QueryOutput;
import dev.alidade.workbench.WorkbenchService;
import dev.alidade.write.FourEyes;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Saves queries, has them approved, and runs them for whoever asks, with what that one may see. */
final class SavedService {
  private final QueryService queries;
  private final WorkbenchService workbench;
  private final QueryBook book;
  private final Supplier<List<String>> taken;
  private final Clock clock;

  SavedService(
      QueryService queries,
      WorkbenchService workbench,
      QueryBook book,
      Supplier<List<String>> taken,
      Clock clock) {
    this.queries = queries;
    this.workbench = workbench;
    this.book = book;
    this.taken = taken;
    this.clock = clock;
  }

  SavedQueryOutput save(SaveQueryInput input, Invocation invocation) {
    QueryDefinition definition = input.definition();
    checkName(definition);
    checkRuns(definition, invocation.caller());
    checkParameters(definition, invocation.caller());
    book.save(definition, invocation.caller(), clock.instant());
    return shown(definition.name(), invocation.caller());
  }

  SavedQueryOutput approve(ApproveQueryInput input, Invocation invocation) {
    Caller approver = invocation.caller();
    FourEyes.checkPerson(approver, "a query");
    SavedQuery waiting =
        find(input.name(), approver)
            .waiting()
            .filter(query -> query.version() == input.version())
            .orElseThrow(() -> over(input));
    FourEyes.checkOther(approver, waiting.savedBy(), "query");
    checkRuns(waiting.definition(), approver);
    if (!book.approve(waiting, approver, clock.instant())) {
      throw over(input);
    }
    return shown(input.name(), approver);
  }

  ListQueriesOutput list(ListQueriesInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    List<ListQueriesOutput.Item> items =
        allVisible(caller).stream()
            .filter(
                versions ->
                    input.source().isEmpty()
                        || versions.running().definition().source().equals(input.source().get()))
            .filter(versions -> input.state().isEmpty() || isIn(versions, input.state().get()))
            .map(ListQueriesOutput.Item::of)
            .toList();
    return new ListQueriesOutput(items);
  }

  SavedQueryOutput show(QueryNameInput input, Invocation invocation) {
    return shown(input.name(), invocation.caller());
  }

  QueryVersionsOutput versions(QueryNameInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    Versions versions = find(input.name(), caller);
    List<SavedQuery> past =
        book.past(input.name()).stream().filter(query -> maySeePast(query, caller)).toList();
    return QueryVersionsOutput.of(versions, past);
  }

  /** As it was when it ran or waited: see {@link #visible}. */
  private boolean maySeePast(SavedQuery query, Caller caller) {
    boolean told =
        query.approvedBy().isPresent()
            || query.savedBy().equals(caller.name())
            || mayApprove(caller);
    return told && mayRun(query, caller);
  }

  RemoveQueryOutput remove(RemoveQueryInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    Versions versions = find(input.name(), caller);
    boolean onlyWaiting = input.onlyWaiting().orElse(false);
    if (onlyWaiting && versions.waiting().isEmpty()) {
      throw new AlidadeException(
          ErrorCode.QUERY_NOT_FOUND,
          "No version of `%s` waits for approval".formatted(input.name()));
    }
    if (!onlyWaiting && versions.approved().isPresent()) {
      FourEyes.checkPerson(caller, "the removal of an approved query");
    }
    book.remove(input.name(), onlyWaiting);
    return new RemoveQueryOutput(
        onlyWaiting
            ? "What waited for approval of `%s` is removed".formatted(input.name())
            : "The query `%s` is removed".formatted(input.name()));
  }

  QueryOutput run(RunQueryInput input, Invocation invocation) {
    SavedQuery query = find(input.name(), invocation.caller()).running();
    return workbench.query(statement(query, input), question(query), invocation);
  }

  GovernedResult stream(RunQueryInput input, Invocation invocation) {
    SavedQuery query = find(input.name(), invocation.caller()).running();
    return workbench.stream(statement(query, input), question(query), invocation);
  }

  BoundQuery bound(String name, Map<String, Object> values, Caller caller) {
    SavedQuery query = find(name, caller).running();
    return new BoundQuery(
        query.definition().source(),
        query.definition().sql(),
        ParameterValues.of(query.definition(), values),
        question(query).orElseThrow());
  }

  private static QueryInput statement(SavedQuery query, RunQueryInput input) {
    return new QueryInput(
        query.definition().source(),
        query.definition().sql(),
        ParameterValues.of(query.definition(), input.parameters().orElse(Map.of())),
        input.limit(),
        input.cursor(),
        input.transaction());
  }

  private static Optional<String> question(SavedQuery query) {
    return Optional.of(
        "saved query %s, version %d".formatted(query.definition().name(), query.version()));
  }

  /** The approved queries that the caller may run. */
  List<QueryDefinition> approved(Caller caller) {
    return allVisible(caller).stream()
        .flatMap(versions -> versions.approved().stream())
        .map(SavedQuery::definition)
        .toList();
  }

  /**
   * An approved query that the caller may run; also where its source does not answer, which running
   * it then says.
   */
  Optional<QueryDefinition> approved(String name, Caller caller) {
    return book.find(name)
        .flatMap(Versions::approved)
        .filter(query -> mayRunIfAnswered(query, caller))
        .map(SavedQuery::definition);
  }

  private boolean mayRunIfAnswered(SavedQuery query, Caller caller) {
    try {
      return mayRun(query, caller);
    } catch (AlidadeException unanswered) {
      return true;
    }
  }

  private SavedQueryOutput shown(String name, Caller caller) {
    return SavedQueryOutput.of(find(name, caller));
  }

  private Versions find(String name, Caller caller) {
    return book.find(name)
        .flatMap(versions -> visible(versions, caller))
        .orElseThrow(() -> notFound(name, caller));
  }

  private AlidadeException notFound(String name, Caller caller) {
    List<String> known = allVisible(caller).stream().map(Versions::name).toList();
    return new AlidadeException(
        ErrorCode.QUERY_NOT_FOUND,
        "No query `%s` that you may run%s; `list_queries` names those"
            .formatted(name, Nearest.hint(name, known)));
  }

  /** Those of a source that does not answer are left out. */
  private List<Versions> allVisible(Caller caller) {
    return book.all().stream()
        .flatMap(versions -> visibleIfAnswered(versions, caller).stream())
        .toList();
  }

  private Optional<Versions> visibleIfAnswered(Versions versions, Caller caller) {
    try {
      return visible(versions, caller);
    } catch (AlidadeException unanswered) {
      return Optional.empty();
    }
  }

  /**
   * What a caller may know of a query: what would run for them, and of what waits what they saved
   * or may approve. The text of others may name what is hidden from them.
   */
  private Optional<Versions> visible(Versions versions, Caller caller) {
    Optional<SavedQuery> approved = versions.approved().filter(query -> mayRun(query, caller));
    Optional<SavedQuery> waiting =
        versions
            .waiting()
            .filter(query -> query.savedBy().equals(caller.name()) || mayApprove(caller))
            .filter(query -> mayRun(query, caller));
    return approved.isEmpty() && waiting.isEmpty()
        ? Optional.empty()
        : Optional.of(new Versions(approved, waiting));
  }

  private boolean mayApprove(Caller caller) {
    return queries.access(caller).operation("approve_query", Right.DEFINE).allowed();
  }

  private boolean mayRun(SavedQuery query, Caller caller) {
    QueryDefinition definition = query.definition();
    if (!queries.access(caller).source(definition.source()).allowed()) {
      return false;
    }
    // Who sees everything also sees what does not run any more, and is told why when they try.
    return queries.access(caller).isUnrestricted()
        || queries
            .checkProposal(caller, definition.source(), definition.sql())
            .governed()
            .isPresent();
  }

  private static boolean isIn(Versions versions, QueryState state) {
    return switch (state) {
      case APPROVED -> versions.approved().isPresent();
      case WAITING -> versions.waiting().isPresent();
    };
  }

  private void checkName(QueryDefinition definition) {
    if (definition.tool() && taken.get().contains(definition.name())) {
      throw QueryDefinition.invalid(
          "The tool `%s` needs another name, because an operation has this one; rename the query, or leave out `tool`"
              .formatted(definition.name()));
    }
  }

  private void checkRuns(QueryDefinition definition, Caller caller) {
    Verdict verdict = queries.checkProposal(caller, definition.source(), definition.sql());
    if (verdict.governed().isEmpty()) {
      Reason first = verdict.reasons().getFirst();
      throw new AlidadeException(first.code(), first.message(), first.location(), null);
    }
  }

  private void checkParameters(QueryDefinition definition, Caller caller) {
    List<String> declared = definition.parameters().stream().map(QueryParameter::name).toList();
    Lexer.tokens(definition.sql(), queries.lexicalRules(caller, definition.source())).stream()
        .filter(token -> token.kind() == SqlToken.Kind.PARAMETER)
        .map(token -> token.text(definition.sql()).substring(1))
        .filter(name -> !declared.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new AlidadeException(
                  ErrorCode.PARAMETER_INVALID,
                  name.isEmpty()
                      ? "A saved query's parameters have names; write $name instead of ?"
                      : "The SQL has a parameter `%s` that is not among `parameters`; add it, with its type"
                          .formatted(name));
            });
  }

  private static AlidadeException over(ApproveQueryInput input) {
    return new AlidadeException(
        ErrorCode.APPROVAL_OVER,
        "Version %d of `%s` does not wait for approval; read `show_query` again"
            .formatted(input.version(), input.name()));
  }
}
