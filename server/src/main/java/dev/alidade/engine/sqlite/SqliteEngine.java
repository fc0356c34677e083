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
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/** One SQLite file, read where it lies. */
final class SqliteEngine implements Engine {
  private final String source;
  private final SqliteSessions sessions;
  private final SqliteDialect dialect = new SqliteDialect();
  private final SqliteGate gate;

  private SqliteEngine(String source, SqliteSessions sessions) {
    this.source = source;
    this.sessions = sessions;
    this.gate = new SqliteGate(source, sessions);
  }

  static SqliteEngine open(String source, Path file) {
    SqliteSessions sessions = new SqliteSessions(source, file);
    sessions.giveBack(sessions.borrow());
    return new SqliteEngine(source, sessions);
  }

  @Override
  public Set<Capability> capabilities() {
    return Set.of(
        Capability.NAMED_PARAMETERS,
        Capability.EXPLAIN,
        Capability.VIEWS,
        Capability.FOREIGN_KEYS,
        Capability.CANCEL,
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
    SqliteSession session = sessions.borrow();
    try {
      return session.call(Cancellation.never(), () -> SqliteCatalog.read(session.connection()));
    } finally {
      sessions.giveBack(session);
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
  public void close() {
    sessions.close();
  }

  private SqliteRows start(SqliteSession session, ExecutionRequest request) throws SQLException {
    String sql = request.sql().text();
    PreparedStatement statement = session.connection().prepareStatement(sql);
    try {
      SqliteBindings.of(sql).bind(statement, request.parameters());
      return new SqliteRows(sessions, session, request.cancellation(), statement);
    } catch (SQLException | RuntimeException | Error failure) {
      statement.close();
      throw failure;
    }
  }

  private void checkSource(ExecutionRequest request) {
    if (!request.sql().source().equals(source)) {
      throw new AlidadeException(
          ErrorCode.INTERNAL, "A statement governed for another source reached " + source);
    }
  }
}
