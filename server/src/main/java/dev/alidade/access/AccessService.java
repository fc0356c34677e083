package dev.alidade.access;

import dev.alidade.access.ExplainAccessOutput.Explained;
import dev.alidade.access.ExplainAccessOutput.TableAccess;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Sources;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Operation;
import dev.alidade.policy.Access;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Decision;
import dev.alidade.policy.Restraint;
import dev.alidade.policy.Right;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.rules.RuleDrafts;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Explains the rules, and tries them out. */
public final class AccessService {
  private static final int USUAL_ROWS = 20;
  private static final int MOST_ROWS = 1_000;

  private final Sources sources;
  private final QueryService queries;
  private final RuleDrafts drafts;
  private final Supplier<Collection<Operation<?, ?>>> operations;

  /** Explains access to {@code sources} through {@code queries}, and to {@code operations}. */
  public AccessService(
      Sources sources,
      QueryService queries,
      RuleDrafts drafts,
      Supplier<Collection<Operation<?, ?>>> operations) {
    this.sources = sources;
    this.queries = queries;
    this.drafts = drafts;
    this.operations = operations;
  }

  ExplainAccessOutput explain(ExplainAccessInput input, Invocation invocation) {
    Caller asking = invocation.caller();
    boolean administers = administers(asking);
    Caller caller = asking;
    if (input.roles().isPresent()) {
      if (!administers) {
        throw new AlidadeException(
            ErrorCode.PERMISSION_DENIED,
            "Only administrators may ask what other roles grant; leave `roles` out");
      }
      caller = as(asking, input.roles().get(), input.attributes());
    }
    Access access = queries.access(caller);
    Optional<String> source = input.source();
    // Whoever may not know of a source does not learn here that it exists.
    source.filter(name -> !administers).ifPresent(name -> queries.checkSource(asking, name));
    return new ExplainAccessOutput(
        caller.name(),
        caller.roles().stream().sorted().toList(),
        explainOperations(access, input.operation()),
        source.map(name -> explained(name, access.source(name))),
        source
            .map(name -> explainTables(access, name, input.table(), administers))
            .orElse(List.of()),
        access.limits().byKind().values().stream().map(ExplainedLimit::of).toList(),
        restraints(access));
  }

  private static List<ExplainedRestraint> restraints(Access access) {
    return Arrays.stream(Restraint.values())
        .flatMap(
            restraint ->
                access.restraint(restraint).stream()
                    .map(rule -> ExplainedRestraint.of(restraint, rule)))
        .toList();
  }

  TryAccessOutput tryOut(TryAccessInput input, Invocation invocation) {
    int limit = input.limit().orElse(USUAL_ROWS);
    if (limit < 1 || limit > MOST_ROWS) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`limit` must be from 1 to %d".formatted(MOST_ROWS));
    }
    QueryRequest request =
        new QueryRequest(
            as(invocation.caller(), input.roles(), input.attributes()),
            input.source(),
            input.sql(),
            Parameters.NONE,
            QueryLimits.INTERACTIVE.withRows(limit),
            invocation.cancellation());
    if (!input.isDraft()) {
      return output(queries.run(request), Optional.empty());
    }
    AccessRules rules =
        drafts.with(
            input.draftRole(),
            input.draftPolicy(),
            input.attributes().orElse(Map.of()),
            invocation);
    // One after the other: somebody with those roles may be allowed one query at once.
    TryAccessOutput.Present present = present(request);
    return output(queries.runUnder(rules, request), Optional.of(present));
  }

  private TryAccessOutput.Present present(QueryRequest request) {
    try {
      Rows rows = Rows.collect(queries.run(request), Rows.LARGEST);
      return new TryAccessOutput.Present(
          rows.columns(), rows.rows(), rows.truncated(), Optional.empty());
    } catch (AlidadeException refused) {
      return new TryAccessOutput.Present(
          List.of(), List.of(), false, Optional.of(refused.getMessage()));
    }
  }

  private static TryAccessOutput output(
      GovernedResult result, Optional<TryAccessOutput.Present> now) {
    String governed = result.sql().recorded();
    List<String> policies = result.sql().policies();
    Rows rows = Rows.collect(result, Rows.LARGEST);
    return new TryAccessOutput(
        rows.columns(), rows.rows(), rows.truncated(), governed, policies, now);
  }

  private boolean administers(Caller caller) {
    return queries.access(caller).operation("try_access", Right.ADMINISTER).allowed();
  }

  /** Not under the asking caller's name, which may have rights of its own. */
  private static Caller as(
      Caller asking, List<String> roles, Optional<Map<String, String>> attributes) {
    return new Caller(
        "%s as %s".formatted(asking.name(), String.join(", ", roles)),
        Set.copyOf(roles),
        attributes.orElse(Map.of()),
        asking.door());
  }

  private List<Explained> explainOperations(Access access, Optional<String> name) {
    return operations.get().stream()
        .filter(operation -> name.isEmpty() || operation.name().equals(name.get()))
        .map(
            operation ->
                operation
                    .right()
                    .map(
                        right ->
                            explained(operation.name(), access.operation(operation.name(), right)))
                    .orElseGet(() -> new Explained(operation.name(), true, "open to everybody")))
        .toList();
  }

  private List<TableAccess> explainTables(
      Access access, String source, Optional<String> written, boolean administers) {
    String home = sources.engine(source).homeSchema();
    return sources.schema(source).now().tables().stream()
        .filter(
            table ->
                written.isEmpty()
                    || table.name().toString().equalsIgnoreCase(written.get())
                    || table.name().table().equalsIgnoreCase(written.get()))
        .map(table -> explain(access, source, home, table, administers))
        .filter(table -> administers || table.table().allowed())
        .toList();
  }

  private static TableAccess explain(
      Access access, String source, String home, Table table, boolean administers) {
    Decision decision =
        table.kind() == TableKind.VIEW
            ? access.view(source, table.name(), home)
            : access.table(source, table.name(), home);
    Map<String, String> rows = new TreeMap<>();
    Map<String, String> masks = new TreeMap<>();
    for (TablePolicy policy : access.policiesOn(source, table.name(), home)) {
      policy.rows().ifPresent(filter -> rows.put(policy.name(), filter.condition()));
      policy.masks().forEach((column, mask) -> masks.put(column, mask.words()));
    }
    List<String> hidden =
        table.columns().stream()
            .map(column -> column.name())
            .filter(column -> !access.seesColumn(source, table.name(), column, home))
            .toList();
    return new TableAccess(
        explained(table.name().toString(), decision),
        rows,
        masks,
        administers ? hidden : List.of());
  }

  private static Explained explained(String name, Decision decision) {
    return new Explained(name, decision.allowed(), decision.rule());
  }
}
