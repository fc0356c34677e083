package dev.alidade.engine.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
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

  private final String source;
  private static final int MOST_KEPT_CHARACTERS = 4_000_000;

  private final SqliteSessions sessions;
  private final SqliteSeal seal;
  private final Cache<String, Judged> allowed =
      Caffeine.newBuilder()
          .maximumWeight(MOST_KEPT_CHARACTERS)
          .weigher((String sql, Judged ignored) -> sql.length())
          .build();
  private final SqliteVersions versions;
  private volatile Optional<Known> lastKnown = Optional.empty();

  /** The schema of one file: another file may count its changes alike. */
  private record Known(Object identity, SqliteSchema schema) {}

  private record Judged(SqliteVersions.Version version, Inspection inspection, boolean isShort) {}

  /** {@code state} changes whenever the files of the database do. */
  SqliteGate(String source, SqliteSessions sessions, Supplier<String> state, SqliteSeal seal) {
    this.seal = seal;
    this.source = source;
    this.sessions = sessions;
    this.versions = new SqliteVersions(sessions, state);
  }

  @Override
  public Inspection inspect(String sql) {
    Judged known = allowed.getIfPresent(sql);
    if (known != null && known.version().equals(versions.current())) {
      return known.inspection();
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
    return refusal.orElseGet(() -> ask(SqliteViews.NONE, session -> compile(session, sql, tokens)));
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
  private Judged narrowed(String sql, Inspection seen, SqliteViews views) {
    String text = seal.seal(views, sql);
    Judged known = allowed.getIfPresent(text);
    if (known != null && known.version().equals(versions.current())) {
      return known;
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
    Judged judged = new Judged(version.get(), inspection, false);
    if (inspection.isAllowed()) {
      allowed.put(text, judged);
    }
    return judged;
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
    Judged judged = allowed.getIfPresent(sql);
    return judged != null && judged.isShort();
  }

  /** Whether what was found of a statement holds for the schema that it ran on. */
  boolean holds(String sql, SqliteSession session) throws SQLException {
    Judged judged = allowed.getIfPresent(sql);
    if (sql.startsWith(SqliteSeal.MARK)) {
      return (judged != null && judged.version().equals(SqliteVersions.of(session)))
          || holdsNow(sql, session);
    }
    if (judged == null || judged.version().equals(SqliteVersions.of(session))) {
      return true;
    }
    allowed.invalidate(sql);
    Inspection now = inspect(sql);
    refuse(now);
    return now.equals(judged.inspection());
  }

  private boolean holdsNow(String text, SqliteSession session) throws SQLException {
    allowed.invalidate(text);
    SqliteSeal.Opened opened = seal.open(text);
    Inspection seen = inspect(opened.sql());
    refuse(seen);
    Judged now = narrowed(opened.sql(), seen, opened.views());
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
        allowed.put(
            sql,
            new Judged(
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
