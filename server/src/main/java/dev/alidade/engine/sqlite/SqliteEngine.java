package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Capability;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.ServerInfo;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One SQLite file, read where it lies. */
final class SqliteEngine implements Engine {
  // Statements are judged on connections of their own, so that running ones never hold them up.
  private static final int MOST_INSPECTIONS = 2;
  private static final int MOST_STATEMENTS = 8;

  private final String source;
  private final Path file;
  // Changes stay in the log until they are moved into the file.
  private final Path log;
  private final SqliteSessions sessions;
  private final SqliteSessions inspecting;
  private final SqliteDialect dialect = new SqliteDialect();
  private final SqliteGate gate;

  private SqliteEngine(String source, Path file) {
    this.source = source;
    this.file = file;
    this.log = file.resolveSibling(file.getFileName() + "-wal");
    this.sessions = new SqliteSessions(source, file, MOST_STATEMENTS);
    this.inspecting = new SqliteSessions(source, file, MOST_INSPECTIONS);
    this.gate = new SqliteGate(source, inspecting);
  }

  static SqliteEngine open(String source, Path file) {
    SqliteEngine engine = new SqliteEngine(source, file);
    // Opening a connection tells whether the file is a database at all.
    engine.inspecting.giveBack(engine.inspecting.borrow());
    return engine;
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(
        Capability.NAMED_PARAMETERS,
        Capability.EXPLAIN,
        Capability.VIEWS,
        Capability.FOREIGN_KEYS,
        Capability.CANCEL,
        Capability.PRIMARY_KEYS,
        Capability.FULL_OUTER_JOIN);
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public Gate gate() {
    return gate;
  }

  @Override
  public CatalogSnapshot readCatalog() {
    SqliteSession session = inspecting.borrow();
    try {
      return session.call(Cancellation.never(), () -> SqliteCatalog.read(session.connection()));
    } finally {
      inspecting.giveBack(session);
    }
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    checkSource(request);
    SqliteSession session = sessions.borrow();
    try {
      return session.call(request.cancellation(), () -> start(session, request));
    } catch (RuntimeException | Error failure) {
      sessions.giveBack(session);
      throw failure;
    }
  }

  @Override
  public PlanNode explain(ExecutionRequest request) {
    checkSource(request);
    SqliteSession session = sessions.borrow();
    try {
      return session.call(
          request.cancellation(),
          () -> SqlitePlan.of(session.connection(), request.sql().text(), request.parameters()));
    } finally {
      sessions.giveBack(session);
    }
  }

  @Override
  public Optional<String> version() {
    return Optional.of(stateOf(file) + stateOf(log));
  }

  @Override
  public ServerInfo server() {
    SqliteSession session = inspecting.borrow();
    try {
      return session.call(
          Cancellation.never(),
          () -> {
            DatabaseMetaData product = session.connection().getMetaData();
            return new ServerInfo(
                product.getDatabaseProductName(), product.getDatabaseProductVersion());
          });
    } finally {
      inspecting.giveBack(session);
    }
  }

  @Override
  public void close() {
    sessions.close();
    inspecting.close();
  }

  private SqliteRows start(SqliteSession session, ExecutionRequest request) throws SQLException {
    String sql = request.sql().text();
    List<SqliteToken> tokens = SqliteTokens.of(sql);
    refuseMoreThanOneRead(sql, tokens);
    PreparedStatement statement = session.connection().prepareStatement(sql);
    try {
      SqliteBindings.of(tokens).bind(statement, request.parameters());
      return new SqliteRows(sessions, session, request.cancellation(), statement);
    } catch (SQLException | RuntimeException | Error failure) {
      statement.close();
      throw failure;
    }
  }

  private static String stateOf(Path path) {
    try {
      return "%s:%d ".formatted(Files.getLastModifiedTime(path), Files.size(path));
    } catch (IOException notThere) {
      return "- ";
    }
  }

  private void checkSource(ExecutionRequest request) {
    if (!request.sql().source().equals(source)) {
      throw new AlidadeException(
          ErrorCode.SQL_DENIED,
          "The statement was governed for `%s`, not for `%s`; govern it for this source"
              .formatted(request.sql().source(), source));
    }
  }

  // Preparing would silently ignore a second statement, and a PRAGMA acts while it is prepared.
  private static void refuseMoreThanOneRead(String sql, List<SqliteToken> tokens) {
    Optional<Reason> reason =
        SqliteStatement.refusalOf(sql, tokens).map(refusal -> refusal.reasons().getFirst());
    if (reason.isPresent()) {
      throw new AlidadeException(
          reason.get().code(), reason.get().message(), reason.get().location(), null);
    }
  }
}
