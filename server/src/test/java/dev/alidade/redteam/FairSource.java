package dev.alidade.redteam;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Column;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Mask;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.sql.TypeKind;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A database that a caller may read whole, or all of it under filters and masks. */
final class FairSource implements AutoCloseable {
  private static final Caller READER = new Caller("rita", Set.of("reader"), Map.of());
  private static final QueryLimits LIMITS = new QueryLimits(Duration.ofSeconds(10), 10);

  /** The name of the source. */
  static final String SOURCE = "fair";

  private static final int SECONDS = 10;

  private final Connection bare;
  private final Sources sources;
  private final QueryService queries;

  /**
   * {@code bare} is the driver itself; with {@code narrowed} each table has a filter and a mask.
   */
  FairSource(
      SourceDefinition definition, EngineFactory factory, Connection bare, boolean narrowed) {
    this.bare = bare;
    this.sources = new Sources(List.of(definition), List.of(factory));
    List<TablePolicy> policies =
        narrowed
            ? sources.engine(SOURCE).readCatalog().tables().stream()
                .filter(table -> table.kind() == TableKind.TABLE)
                .map(table -> policy(SOURCE, table))
                .toList()
            : List.of();
    Role reader =
        new Role(
            "reader",
            Set.of(Right.READ),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            new Denials(Set.of(), Set.of(), Set.of(), Set.of()));
    AccessRules rules = new AccessRules(List.of(reader), policies, ArenaRows.HASH_KEY);
    queries = new QueryService(sources, new Governor(() -> rules), entry -> {}, Clock.systemUTC());
  }

  /** Every row, but by a condition; the last text column is masked. */
  private static TablePolicy policy(String source, Table table) {
    Map<String, Mask> masks =
        table.columns().stream()
            .filter(column -> column.type().kind() == TypeKind.TEXT)
            .map(Column::name)
            .reduce((earlier, later) -> later)
            .<Map<String, Mask>>map(column -> Map.of(column, new Mask.Redact()))
            .orElse(Map.of());
    return new TablePolicy(
        "all of " + table.name(),
        source,
        table.name().toString(),
        Set.of(),
        Optional.of(new RowFilter("1 = 1")),
        masks);
  }

  /** Whether the engine itself runs a statement. */
  boolean runsBare(String sql) {
    try (Statement statement = bare.createStatement()) {
      statement.setQueryTimeout(SECONDS);
      try (ResultSet row = statement.executeQuery(sql)) {
        row.next();
        return true;
      }
    } catch (SQLException failure) {
      return recovered();
    }
  }

  /** PostgreSQL refuses everything in a transaction after an error. */
  private boolean recovered() {
    try {
      if (!bare.getAutoCommit()) {
        bare.rollback();
      }
      return false;
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Why the caller gets no answer; empty where they get one. */
  Optional<Outcome.Failed> failure(String sql) {
    QueryRequest request =
        new QueryRequest(READER, SOURCE, sql, Parameters.NONE, LIMITS, Cancellation.never());
    try (GovernedResult result = queries.run(request)) {
      result.next();
      return Optional.empty();
    } catch (AlidadeException failure) {
      return Optional.of(new Outcome.Failed(failure.code(), failure.getMessage()));
    }
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
    try {
      bare.close();
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
