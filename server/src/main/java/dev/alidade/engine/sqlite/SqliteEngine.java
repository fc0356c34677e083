package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Capability;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Engine;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.Freshness;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.ResultRules;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.ServerInfo;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableStatistics;
import dev.alidade.engine.Transaction;
import dev.alidade.engine.WriteRequest;
import dev.alidade.engine.WriteResult;
import dev.alidade.policy.GovernedSql;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** One SQLite file, read where it lies. */
final class SqliteEngine implements Engine {
  // Statements are judged on connections of their own, so that running ones never hold them up.
  private static final int MOST_INSPECTIONS = 2;
  private static final int MOST_STATEMENTS = 8;
  private static final int MOST_TRANSACTIONS = 8;
  private static final Set<Capability> CAPABILITIES =
      Set.of(
          Capability.NAMED_PARAMETERS,
          Capability.EXPLAIN,
          Capability.VIEWS,
          Capability.FOREIGN_KEYS,
          Capability.CANCEL,
          Capability.PRIMARY_KEYS,
          Capability.FULL_OUTER_JOIN,
          Capability.ERROR_POSITION,
          Capability.STATISTICS,
          Capability.CATALOG_VERSION,
          Capability.FRESH_AT_ONCE);

  private final String source;
  private final Path file;
  // Changes stay in the log until they are moved into the file.
  private final Path log;
  private final SqliteSessions sessions;
  private final SqliteSessions inspecting;
  private final SqliteSessions transactions;
  private final boolean isLocal;
  private final boolean logged;
  private final boolean writable;
  private final Set<Capability> capabilities;
  private final SqliteDialect dialect = new SqliteDialect();
  private final SqliteGate gate;
  private final SqliteSeal seal = new SqliteSeal();
  private final SqliteTexts texts = new SqliteTexts(seal);
  private final ResultRules resultRules = new SqliteResultRules(seal);
  private final SqliteFreshness freshness;

  private SqliteEngine(String source, Path file, boolean logged, boolean writable) {
    this.isLocal = SqliteFileSystem.isLocal(file);
    this.writable = writable;
    this.source = source;
    this.logged = logged;
    this.capabilities = capabilities(logged, writable);
    this.file = file;
    this.log = file.resolveSibling(file.getFileName() + "-wal");
    this.sessions = new SqliteSessions(source, file, MOST_STATEMENTS);
    this.inspecting = new SqliteSessions(source, file, MOST_INSPECTIONS);
    this.transactions = new SqliteSessions(source, file, MOST_TRANSACTIONS);
    this.gate = new SqliteGate(source, inspecting, this::state, seal, isLocal);
    this.freshness =
        new SqliteFreshness(
            file,
            dialect.lexicalRules(),
            () -> inspect(connection -> SqliteSchema.read(connection).made()));
  }

  static SqliteEngine open(String source, Path file, boolean writable) {
    // Opening a connection tells whether the file is a database at all.
    try (SqliteSession session = SqliteSession.open(source, file)) {
      String journal =
          session.call(
              Cancellation.never(), () -> textOf(session.connection(), "PRAGMA journal_mode"));
      return new SqliteEngine(source, file, journal.equals("wal"), writable);
    }
  }

  @Override
  public Set<Capability> capabilities() {
    return capabilities;
  }

  /** Transactions only with a write-ahead log: without one they would lock writers out. */
  private static Set<Capability> capabilities(boolean logged, boolean writable) {
    EnumSet<Capability> more = EnumSet.copyOf(CAPABILITIES);
    if (logged) {
      more.add(Capability.TRANSACTIONS);
    }
    if (writable) {
      more.add(Capability.WRITES);
    }
    return Set.copyOf(more);
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
    return inspect(SqliteCatalog::read);
  }

  @Override
  public TableStatistics statistics(TableName name) {
    return inspect(
        connection -> {
          Optional<Table> table =
              name.schema().isEmpty()
                  ? SqliteCatalog.readOne(connection, name.table())
                  : Optional.empty();
          if (table.isEmpty()) {
            throw missing(name, SqliteCatalog.namesOfTables(connection));
          }
          return new SqliteStatistics(connection).read(table.get());
        });
  }

  @Override
  public Transaction begin(Cancellation cancellation) {
    if (!logged) {
      throw new AlidadeException(
          ErrorCode.NOT_SUPPORTED,
          "A transaction on `%s` would lock its writers out; have its owner switch the file to"
                  .formatted(source)
              + " PRAGMA journal_mode = WAL, or run the statements one by one");
    }
    return SqliteTransaction.begin(source, transactions, this, cancellation);
  }

  @Override
  public ResultStream execute(ExecutionRequest request) {
    request.sql().checkFor(source);
    SqliteSession session = sessions.borrow(texts.of(request).views());
    try {
      return begin(session, request, () -> sessions.giveBack(session));
    } catch (RuntimeException | Error failure) {
      sessions.giveBack(session);
      throw failure;
    }
  }

  private SqliteRows begin(SqliteSession session, ExecutionRequest request, Runnable afterwards) {
    Optional<SqliteRows> rows =
        isLocal && gate.isShort(request.sql().text())
            ? session.tryHere(request.cancellation(), () -> start(session, request, afterwards))
            : Optional.empty();
    return rows.orElseGet(() -> run(session, request, afterwards));
  }

  /** Runs a statement on a session; {@code afterwards} runs when its result is closed. */
  SqliteRows run(SqliteSession session, ExecutionRequest request, Runnable afterwards) {
    request.sql().checkFor(source);
    return session.call(request.cancellation(), () -> start(session, request, afterwards));
  }

  @Override
  public WriteResult write(WriteRequest request) {
    return writable ? new SqliteWriter(source, file).write(request) : Engine.super.write(request);
  }

  @Override
  public PlanNode explain(ExecutionRequest request) {
    request.sql().checkFor(source);
    SqliteTexts.Sealed text = texts.of(request);
    SqliteSession session = sessions.borrow(text.views());
    try {
      return session.call(
          request.cancellation(),
          () -> {
            session.show(text.views());
            return SqlitePlan.of(session.connection(), text.statement(), request.parameters());
          });
    } finally {
      sessions.giveBack(session);
    }
  }

  @Override
  public Optional<String> version() {
    return Optional.of(state());
  }

  @Override
  public Freshness freshness(GovernedSql sql, Parameters parameters) {
    return freshness.of(sql, parameters);
  }

  @Override
  public Optional<ResultRules> resultRules() {
    return Optional.of(resultRules);
  }

  @Override
  public Optional<String> catalogVersion() {
    return Optional.of(inspect(connection -> fileKey() + " " + SqliteSchema.cookieOf(connection)));
  }

  @Override
  public ServerInfo server() {
    return inspect(
        connection -> {
          DatabaseMetaData product = connection.getMetaData();
          return new ServerInfo(
              product.getDatabaseProductName(), product.getDatabaseProductVersion());
        });
  }

  @Override
  public void close() {
    sessions.close();
    inspecting.close();
    transactions.close();
  }

  /** What is asked of the engine itself. */
  @FunctionalInterface
  private interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  private <T> T inspect(Question<T> question) {
    SqliteSession session = inspecting.borrow();
    try {
      return session.call(Cancellation.never(), () -> question.ask(session.connection()));
    } finally {
      inspecting.giveBack(session);
    }
  }

  private String state() {
    // Most databases have no log, and an exception costs more than to ask first.
    return stateOf(file) + (Files.exists(log) ? stateOf(log) : "- ");
  }

  private Object fileKey() {
    return SqliteSession.identityOf(source, file);
  }

  private static String textOf(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? String.valueOf(row.getString(1)) : "";
    }
  }

  private static AlidadeException missing(TableName name, List<String> names) {
    return new AlidadeException(
        ErrorCode.TABLE_NOT_FOUND,
        "Table `%s` not found%s".formatted(name, Nearest.hint(name.toString(), names)));
  }

  private SqliteRows start(SqliteSession session, ExecutionRequest request, Runnable afterwards)
      throws SQLException {
    SqliteTexts.Sealed text = texts.of(request);
    session.show(text.views());
    PreparedStatement statement = prepare(session, text);
    try {
      text.bindings().bind(statement, request.parameters());
      SqliteRows rows = new SqliteRows(session, afterwards, request.cancellation(), statement);
      if (!gate.holds(request.sql().text(), session)) {
        throw gate.changing();
      }
      return rows;
    } catch (SQLException | RuntimeException | Error failure) {
      statement.close();
      throw failure;
    }
  }

  private static String stateOf(Path path) {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return now.lastModifiedTime().to(TimeUnit.NANOSECONDS) + ":" + now.size() + " ";
    } catch (IOException goneMeanwhile) {
      return "- ";
    }
  }

  private PreparedStatement prepare(SqliteSession session, SqliteTexts.Sealed text)
      throws SQLException {
    try {
      return session.connection().prepareStatement(text.statement());
    } catch (SQLException failure) {
      if (text.views().isEmpty()) {
        throw failure;
      }
      // It compiled when it was judged; what the engine says now may name what views hide.
      throw gate.changing();
    }
  }
}
