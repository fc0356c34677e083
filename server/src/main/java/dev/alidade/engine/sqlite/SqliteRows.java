package dev.alidade.engine.sqlite;

import dev.alidade.base.Cancellation;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.RowBatch;
import dev.alidade.sql.DataType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sqlite.core.Codes;
import org.sqlite.core.CoreStatement;
import org.sqlite.core.DB;

/** A running statement's rows; the session is theirs until they are closed. */
final class SqliteRows implements ResultStream {
  private static final int ROWS = 2_048;
  private static final long BYTES = 4L * 1024 * 1024;
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(200);

  private final SqliteSession session;
  private final Runnable afterwards;
  private final Cancellation cancellation;
  private final CoreStatement statement;
  private final ResultSet rows;
  private final int width;
  private final List<ResultColumn> columns;
  private Optional<Batch> first;
  private Optional<SqliteSession.Started<Optional<Batch>>> ahead = Optional.empty();
  private boolean started;
  private volatile boolean ended;
  private boolean closed;

  /** Runs on the session's own thread; {@code afterwards} runs when it is closed. */
  SqliteRows(
      SqliteSession session,
      Runnable afterwards,
      Cancellation cancellation,
      PreparedStatement statement)
      throws SQLException {
    this.session = session;
    this.afterwards = afterwards;
    this.cancellation = cancellation;
    this.statement = (CoreStatement) statement;
    this.rows = statement.executeQuery();
    List<Declared> declared = declared();
    this.width = declared.size();
    List<Object[]> stored = fetch();
    this.columns = columnsOf(declared, stored);
    this.first = batch(stored);
  }

  /** A column before its values are known; computed ones have no declaration. */
  private record Declared(String name, String declaration) {}

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public Optional<Batch> next() {
    if (first.isPresent()) {
      Optional<Batch> fetched = first;
      first = Optional.empty();
      return fetched;
    }
    if (ended && ahead.isEmpty()) {
      return Optional.empty();
    }
    Optional<Batch> batch = ahead.orElseGet(this::fetchAhead).await();
    // While the caller works on this batch, the engine works on the next one.
    ahead = ended ? Optional.empty() : Optional.of(fetchAhead());
    return batch;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    ahead.ifPresent(SqliteSession.Started::leave);
    try {
      if (session.isUsable() && !(ended && ahead.isEmpty())) {
        session.call(
            Cancellation.never(),
            () -> {
              rows.getStatement().close();
              return true;
            });
      }
    } finally {
      afterwards.run();
    }
  }

  private SqliteSession.Started<Optional<Batch>> fetchAhead() {
    return session.start(cancellation, () -> batch(fetch()));
  }

  /** Runs on the session's own thread; what has no more rows is closed there. */
  private List<Object[]> fetch() throws SQLException {
    List<Object[]> fetched =
        statement.pointer.safeRun((database, pointer) -> fetch(database, pointer));
    if (ended) {
      rows.getStatement().close();
    }
    return fetched;
  }

  private List<Object[]> fetch(DB database, long pointer) throws SQLException {
    List<Object[]> fetched = new ArrayList<>();
    long size = 0;
    long until = System.nanoTime() + PATIENCE;
    while (fetched.size() < ROWS && size < BYTES && System.nanoTime() < until) {
      if (!step(database, pointer)) {
        ended = true;
        break;
      }
      Object[] row = new Object[width];
      for (int column = 0; column < width; column++) {
        row[column] = stored(database, pointer, column);
        size += sizeOf(row[column]);
      }
      fetched.add(row);
    }
    return fetched;
  }

  /** Goes to the next row; executing the statement has gone to the first one already. */
  private boolean step(DB database, long pointer) throws SQLException {
    if (!started) {
      started = true;
      return rows.next();
    }
    int code = database.step(pointer);
    if (code != Codes.SQLITE_ROW && code != Codes.SQLITE_DONE) {
      database.throwex(code);
    }
    return code == Codes.SQLITE_ROW;
  }

  private static Object stored(DB database, long pointer, int column) throws SQLException {
    return switch (database.column_type(pointer, column)) {
      case Codes.SQLITE_INTEGER -> (Object) database.column_long(pointer, column);
      case Codes.SQLITE_FLOAT -> (Object) database.column_double(pointer, column);
      case Codes.SQLITE_BLOB -> database.column_blob(pointer, column);
      case Codes.SQLITE_NULL -> null;
      default -> database.column_text(pointer, column);
    };
  }

  private static long sizeOf(Object value) {
    return switch (value) {
      case String text -> text.length();
      case byte[] bytes -> bytes.length;
      case null, default -> 8;
    };
  }

  private Optional<Batch> batch(List<Object[]> stored) {
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    for (Object[] row : stored) {
      for (int column = 0; column < row.length; column++) {
        if (row[column] != null) {
          row[column] = SqliteTypes.convert(row[column], columns.get(column).type().kind());
        }
      }
    }
    return Optional.of(new RowBatch(stored));
  }

  private List<Declared> declared() throws SQLException {
    return statement.pointer.safeRun(
        (database, pointer) -> {
          List<Declared> found = new ArrayList<>();
          for (int column = 0; column < database.column_count(pointer); column++) {
            String declaration = database.column_decltype(pointer, column);
            found.add(
                new Declared(
                    database.column_name(pointer, column), declaration == null ? "" : declaration));
          }
          return found;
        });
  }

  private static List<ResultColumn> columnsOf(List<Declared> declared, List<Object[]> stored) {
    List<ResultColumn> described = new ArrayList<>();
    for (int column = 0; column < declared.size(); column++) {
      Declared known = declared.get(column);
      DataType type =
          known.declaration().isBlank()
              ? SqliteTypes.computed(stored, column)
              : SqliteTypes.declared(known.declaration());
      described.add(new ResultColumn(known.name(), type));
    }
    return List.copyOf(described);
  }
}
