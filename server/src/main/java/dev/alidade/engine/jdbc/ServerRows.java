package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a statement as the driver hands them over; a batch is bounded in rows and bytes. */
final class ServerRows implements ResultStream {
  private static final int FIRST_ROOM = 64;
  private static final int MOST_ROWS = 2_048;
  private static final long MOST_BYTES = 4L * 1024 * 1024;

  /** What becomes of the connection when the result has been read or left. */
  interface Ending {
    /** The statement ended as it should, and is closed. */
    void ended();

    /** It failed; {@code broken} if the connection is of no more use. */
    void failed(boolean broken);
  }

  private final ServerKind kind;
  private final Failures failures;
  private final PreparedStatement statement;
  private final ResultSet result;
  private final StatementWatch watch;
  private final Ending ending;
  private final List<ResultColumn> columns;
  private final CellBuffer[] cells;
  private int room = FIRST_ROOM;
  private boolean delivered;
  private boolean exhausted;
  private boolean closed;

  ServerRows(
      ServerKind kind,
      Failures failures,
      PreparedStatement statement,
      ResultSet result,
      StatementWatch watch,
      Ending ending)
      throws SQLException {
    this.kind = kind;
    this.failures = failures;
    this.statement = statement;
    this.result = result;
    this.watch = watch;
    this.ending = ending;
    ResultSetMetaData shape = result.getMetaData();
    List<ResultColumn> described = new ArrayList<>();
    cells = new CellBuffer[shape.getColumnCount()];
    for (int column = 1; column <= cells.length; column++) {
      ResultType type = kind.type(shape, column);
      described.add(new ResultColumn(shape.getColumnLabel(column), type.type()));
      cells[column - 1] = CellBuffer.of(type.reader(), column, FIRST_ROOM);
    }
    columns = List.copyOf(described);
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public Optional<Batch> next() {
    try {
      int rows = exhausted || closed ? 0 : fill();
      if (rows > 0) {
        delivered = true;
        return Optional.of(new Cells(rows, cells));
      }
      // Others may be waiting for the connection.
      close();
      return Optional.empty();
    } catch (SQLException failure) {
      throw failed(failure);
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      if (exhausted) {
        statement.close();
      } else {
        kind.abandon(statement);
      }
    } catch (SQLException failure) {
      watch.close();
      ending.failed(true);
      return;
    }
    watch.close();
    if (watch.isCancelled()) {
      // The server may hear of it only when the connection runs somebody else's statement.
      ending.failed(true);
      return;
    }
    ending.ended();
  }

  private int fill() throws SQLException {
    if (watch.isCancelled()) {
      // The server hears of it only while it works for this result.
      throw new SQLException("the result was left");
    }
    int rows = 0;
    long bytes = 0;
    while (rows < MOST_ROWS && bytes < MOST_BYTES) {
      if (!result.next()) {
        exhausted = true;
        break;
      }
      if (rows == room) {
        grow();
      }
      for (CellBuffer cell : cells) {
        bytes += cell.read(result, rows);
      }
      rows++;
    }
    if (rows > 0) {
      kind.pace(result, rows, bytes);
    }
    return rows;
  }

  private void grow() {
    room = Math.min(MOST_ROWS, room * 4);
    for (CellBuffer cell : cells) {
      cell.grow(room);
    }
  }

  private AlidadeException failed(SQLException failure) {
    closed = true;
    AlidadeException translated = failures.translate(failure, delivered);
    watch.close();
    try {
      statement.close();
    } catch (SQLException alreadyClosed) {
      // What matters is the failure that led here.
    }
    ending.failed(watch.isCancelled() || failures.isConnectionLost(failure));
    return translated;
  }

  private static final class Cells implements Batch {
    private final int rows;
    private final CellBuffer[] cells;

    Cells(int rows, CellBuffer[] cells) {
      this.rows = rows;
      this.cells = cells;
    }

    @Override
    public int rows() {
      return rows;
    }

    @Override
    public Object value(int column, int row) {
      return cells[column].value(row);
    }

    @Override
    public boolean isNull(int column, int row) {
      return cells[column].isNull(row);
    }

    @Override
    public long longValue(int column, int row) {
      return cells[column].longValue(row);
    }

    @Override
    public double doubleValue(int column, int row) {
      return cells[column].doubleValue(row);
    }
  }
}
