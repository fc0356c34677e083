package dev.alidade.engine.sqlite;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.sqlite.SqliteVerdicts.Verdict;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableView;
import dev.alidade.sql.WriteInspection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Asks the engine itself what a statement would touch: the program that EXPLAIN lists names every
 * root page that it opens, every function that it calls and every lock that it takes.
 */
final class SqliteGate implements Gate {
  private static final Duration LONGEST = Duration.ofSeconds(5);
  // So few tokens are compiled within a millisecond or two, whatever they are.
  private static final int FEW_TOKENS = 200;

  private final String source;

  private final SqliteSessions sessions;
  private final SqliteSeal seal;
  private final boolean isLocal;
  private final SqliteVerdicts verdicts = new SqliteVerdicts();
  private final SqliteVersions versions;
  private volatile Optional<Known> lastKnown = Optional.empty();

  /** The schema of one file: another file may count its changes alike. */
  private record Known(Object identity, SqliteSchema schema) {}

  /**
   * {@code state} changes whenever the files of the database do; on a local disk reading the schema
   * waits for nobody.
   */
  SqliteGate(
      String source,
      SqliteSessions sessions,
      Supplier<String> state,
      SqliteSeal seal,
      boolean isLocal) {
    this.seal = seal;
    this.source = source;
    this.isLocal = isLocal;
    this.sessions = sessions;
    this.versions = new SqliteVersions(sessions, state);
  }

  @Override
  public Inspection inspect(String sql) {
    Optional<Verdict> known = current(sql);
    if (known.isPresent()) {
      return known.get().inspection();
    }
    if (sql.contains(SqliteSeal.MARK)) {
      return Inspection.refused(
          Effect.READ,
          Reason.of(
              ErrorCode.SQL_DENIED,
              "The statement holds `%s`, which only Alidade writes; remove it"
                  .formatted(SqliteSeal.MARK.strip())));
    }
    List<SqliteToken> tokens = SqliteTokens.of(sql);
    Optional<Inspection> refusal = SqliteStatement.refusalOf(sql, tokens);
    return refusal.or(() -> byShape(sql, tokens)).orElseGet(() -> compiled(sql, tokens));
  }

  /**
   * What was found of the statement with variables for its numbers, where such a one came before.
   * What is refused is judged by itself, so that reasons name its own places.
   */
  private Optional<Inspection> byShape(String sql, List<SqliteToken> tokens) {
    Optional<String> shape = SqliteShape.of(sql, tokens).filter(verdicts::knows);
    if (shape.isEmpty()) {
      return Optional.empty();
    }
    Inspection found = inspect(shape.get());
    Optional<Verdict> own =
        verdicts
            .find(shape.get())
            .filter(known -> known.inspection().equals(found))
            .map(known -> known.of(sql));
    own.ifPresent(verdict -> verdicts.keep(sql, verdict));
    return own.map(Verdict::inspection);
  }

  /** What was found of a statement, if that is of the schema as it is now. */
  private Optional<Verdict> current(String sql) {
    return verdicts.find(sql).filter(known -> known.version().equals(versions.current()));
  }

  private Inspection compiled(String sql, List<SqliteToken> tokens) {
    Question question = session -> compile(session, sql, tokens);
    Optional<Inspection> here =
        isLocal && tokens.size() <= FEW_TOKENS ? askHere(question) : Optional.empty();
    return here.orElseGet(() -> ask(SqliteViews.NONE, question));
  }

  @Override
  public Inspection inspect(String sql, List<TableView> views) {
    Inspection seen = inspect(sql);
    if (!seen.isAllowed()
        || views.stream().noneMatch(view -> seen.tables().contains(view.table()))) {
      return seen;
    }
    return narrowed(sql, seen, new SqliteViews(views)).inspection();
  }

  @Override
  public WriteInspection inspectWrite(String sql) {
    List<SqliteToken> tokens = SqliteTokens.of(sql);
    Optional<Inspection> refusal = SqliteStatement.refusalOfWrite(sql, tokens);
    if (refusal.isPresent()) {
      return WriteInspection.refused(refusal.get());
    }
    AtomicReference<Optional<WriteInspection>> found = new AtomicReference<>(Optional.empty());
    Inspection inspection =
        ask(
            SqliteViews.NONE,
            session -> {
              WriteInspection write = inspectWrite(session, sql, tokens);
              found.set(Optional.of(write));
              return write.inspection();
            });
    return found.get().orElseGet(() -> WriteInspection.refused(inspection));
  }

  /** The same on a session that holds the schema still. */
  static WriteInspection inspectWrite(SqliteSession session, String sql, List<SqliteToken> tokens)
      throws SQLException {
    try {
      SqliteProgram program = SqliteProgram.of(session.connection(), sql);
      SqliteSchema schema = SqliteSchema.read(session.connection());
      return new SqliteReading(session.connection(), schema, sql, tokens).judgeWrite(program);
    } catch (SQLException failure) {
      if (SqliteErrors.codeOf(failure) != ErrorCode.DATA_ERROR) {
        throw failure;
      }
      return WriteInspection.refused(
          new SqliteMistake(session.connection(), sql, tokens)
              .explain(SqliteErrors.detailOf(failure)));
    }
  }

  /** The verdict on a statement under views; it is kept with them, and for them only. */
  private Verdict narrowed(String sql, Inspection seen, SqliteViews views) {
    String text = seal.seal(views, sql);
    Optional<Verdict> known = current(text);
    if (known.isPresent()) {
      return known.get();
    }
    AtomicReference<SqliteVersions.Version> version = new AtomicReference<>(SqliteVersions.NONE);
    Inspection inspection;
    try {
      inspection =
          ask(
              views,
              session -> {
                SqliteSchema schema = schemaFor(session);
                version.set(new SqliteVersions.Version(session.identity(), schema.cookie()));
                session.show(views);
                return new SqliteNarrowing(session.connection(), schema, views, sql, seen)
                    .judge(text)
                    .orElseThrow(this::changing);
              });
    } catch (AlidadeException failure) {
      if (failure.code() != ErrorCode.SQL_DENIED) {
        throw failure;
      }
      inspection =
          Inspection.refused(Effect.READ, Reason.of(ErrorCode.SQL_DENIED, failure.getMessage()));
    }
    Verdict verdict = new Verdict(version.get(), inspection, false);
    if (inspection.isAllowed()) {
      verdicts.keep(text, verdict);
    }
    return verdict;
  }

  private SqliteSchema schemaFor(SqliteSession session) throws SQLException {
    session.noticeChanges();
    long cookie = session.schemaVersion();
    Optional<SqliteSchema> known =
        lastKnown
            .filter(last -> last.identity().equals(session.identity()))
            .map(Known::schema)
            .filter(schema -> schema.cookie() == cookie);
    if (known.isPresent()) {
      return known.get();
    }
    // The catalog's own functions would take a view for the table of its name.
    session.show(SqliteViews.NONE);
    SqliteSchema read = SqliteSchema.read(session.connection());
    lastKnown = Optional.of(new Known(session.identity(), read));
    return read;
  }

  /** Whether a statement was found to end at once, whatever the tables hold. */
  boolean isShort(String sql) {
    return verdicts.find(sql).filter(Verdict::isShort).isPresent();
  }

  /** Whether what was found of a statement holds for the schema that it ran on. */
  boolean holds(String sql, SqliteSession session) throws SQLException {
    Optional<Verdict> judged = verdicts.find(sql);
    boolean isOfThis =
        judged.isPresent() && judged.get().version().equals(SqliteVersions.of(session));
    if (sql.startsWith(SqliteSeal.MARK)) {
      return isOfThis || holdsNow(sql, session);
    }
    if (judged.isEmpty() || isOfThis) {
      return true;
    }
    verdicts.forget(sql);
    Inspection now = inspect(sql);
    refuse(now);
    return now.equals(judged.get().inspection());
  }

  private boolean holdsNow(String text, SqliteSession session) throws SQLException {
    verdicts.forget(text);
    SqliteSeal.Opened opened = seal.open(text);
    Inspection seen = inspect(opened.sql());
    refuse(seen);
    Verdict now = narrowed(opened.sql(), seen, opened.views());
    refuse(now.inspection());
    return now.version().equals(SqliteVersions.of(session));
  }

  /** Fails with the first reason against a statement, if there is one. */
  static void refuse(Inspection inspection) {
    if (!inspection.isAllowed()) {
      Reason first = inspection.reasons().getFirst();
      throw new AlidadeException(first.code(), first.message(), first.location(), null);
    }
  }

  AlidadeException changing() {
    return new AlidadeException(
        ErrorCode.SOURCE_UNAVAILABLE,
        "The tables of `%s` are being changed; try again".formatted(source));
  }

  /** What is asked on a session of the gate's. */
  @FunctionalInterface
  private interface Question {
    Inspection ask(SqliteSession session) throws SQLException;
  }

  /** Asks on the thread that wants to know; empty where a writer holds the database. */
  private Optional<Inspection> askHere(Question question) {
    SqliteSession session = sessions.borrow();
    try {
      return session.tryHere(Cancellation.never(), () -> question.ask(session));
    } finally {
      sessions.giveBack(session);
    }
  }

  private Inspection ask(SqliteViews views, Question question) {
    Cancellation deadline = new Cancellation();
    Executor later = CompletableFuture.delayedExecutor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    CompletableFuture<Void> alarm = CompletableFuture.runAsync(deadline::cancel, later);
    SqliteSession session = views.isEmpty() ? sessions.borrow() : sessions.borrow(views);
    try {
      return session.call(deadline, () -> question.ask(session));
    } catch (AlidadeException failure) {
      if (failure.code() == ErrorCode.QUERY_CANCELLED) {
        return tooComplex();
      }
      throw failure;
    } finally {
      sessions.giveBack(session);
      alarm.cancel(false);
    }
  }

  private Inspection compile(SqliteSession session, String sql, List<SqliteToken> tokens)
      throws SQLException {
    try {
      session.noticeChanges();
      SqliteProgram program = SqliteProgram.of(session.connection(), sql);
      SqliteSchema known =
          lastKnown
              .filter(last -> last.identity().equals(session.identity()))
              .map(Known::schema)
              .orElse(null);
      if (known == null || !program.fits(known.cookie())) {
        known = SqliteSchema.read(session.connection());
        lastKnown = Optional.of(new Known(session.identity(), known));
        program = SqliteProgram.of(session.connection(), sql);
      }
      if (!program.fits(known.cookie())) {
        throw changing();
      }
      Inspection inspection =
          new SqliteReading(session.connection(), known, sql, tokens).judge(program);
      if (inspection.isAllowed()) {
        verdicts.keep(
            sql,
            new Verdict(
                new SqliteVersions.Version(session.identity(), known.cookie()),
                inspection,
                program.isShort()));
      }
      return inspection;
    } catch (SQLException failure) {
      ErrorCode code = SqliteErrors.codeOf(failure);
      if (code == ErrorCode.OUT_OF_MEMORY) {
        return tooComplex();
      }
      if (code != ErrorCode.DATA_ERROR) {
        throw failure;
      }
      return new SqliteMistake(session.connection(), sql, tokens)
          .explain(SqliteErrors.detailOf(failure));
    }
  }

  private static Inspection tooComplex() {
    return Inspection.refused(
        Effect.READ,
        Reason.of(
            ErrorCode.SQL_TOO_COMPLEX,
            "The statement is too large to be checked; split it into smaller ones"));
  }
}
