package dev.alidade.engine.sqlite;

import dev.alidade.base.Cancellation;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.engine.RowBatch;
import dev.alidade.sql.DataType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.sqlite.core.CoreStatement;

/** A running statement's rows; the session is theirs until they are closed. */
final class SqliteRows implements ResultStream {
  private static final int ROWS = 2_048;
  private static final long BYTES = 4L * 1024 * 1024;
  private static final long PATIENCE = TimeUnit.MILLISECONDS.toNanos(200);

  private final SqliteSession session;
  private final Runnable afterwards;
  private final Cancellation cancellation;
  private final PreparedStatement statement;
  private final ResultSet rows;
  private final List<ResultColumn> columns;
  private Optional<Batch> first;
  private boolean ended;
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
    this.statement = statement;
    this.rows = statement.executeQuery();
    List<Object[]> stored = fetch();
    this.columns = columnsOf(stored);
    this.first = batch(stored);
  }

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
    return ended ? Optional.empty() : session.call(cancellation, () -> batch(fetch()));
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (!session.isUsable()) {
      afterwards.run();
      return;
    }
    try {
      session.call(
          Cancellation.never(),
          () -> {
            statement.close();
            return true;
          });
    } finally {
      afterwards.run();
    }
  }

  private List<Object[]> fetch() throws SQLException {
    int width = rows.getMetaData().getColumnCount();
    List<Object[]> fetched = new ArrayList<>();
    long size = 0;
    long until = System.nanoTime() + PATIENCE;
    while (fetched.size() < ROWS && size < BYTES) {
      if (!rows.next()) {
        ended = true;
        break;
      }
      Object[] row = new Object[width];
      for (int column = 0; column < width; column++) {
        row[column] = stored(column + 1);
        size += sizeOf(row[column]);
      }
      fetched.add(row);
      if (System.nanoTime() > until) {
        break;
      }
    }
    return fetched;
  }

  private Object stored(int column) throws SQLException {
    Object value = rows.getObject(column);
    return value instanceof Integer small ? (Object) small.longValue() : value;
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

  private List<ResultColumn> columnsOf(List<Object[]> stored) throws SQLException {
    ResultSetMetaData about = rows.getMetaData();
    List<ResultColumn> described = new ArrayList<>();
    for (int column = 0; column < about.getColumnCount(); column++) {
      described.add(new ResultColumn(about.getColumnName(column + 1), typeOf(column, stored)));
    }
    return List.copyOf(described);
  }

  private DataType typeOf(int column, List<Object[]> stored) throws SQLException {
    CoreStatement core = (CoreStatement) statement;
    String declaration =
        core.pointer.safeRun((database, pointer) -> database.column_decltype(pointer, column));
    if (declaration != null && !declaration.isBlank()) {
      return SqliteTypes.declared(declaration);
    }
    return SqliteTypes.computed(stored, column);
  }
}
