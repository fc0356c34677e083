package dev.alidade.engine.duckdb;

import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultColumn;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/**
 * A statement inside the engine's library. One worker at a time uses it; only {@link #interrupt}
 * may come from elsewhere.
 */
final class NativeQuery {
  private final Database database;
  private final String text;
  private final ParameterNames names;
  private DuckDBConnection connection;
  private volatile DuckDBPreparedStatement statement;
  private List<ResultColumn> columns = List.of();
  private RowSource source;

  NativeQuery(Database database, String text, ParameterNames names) {
    this.database = database;
    this.text = text;
    this.names = names;
  }

  /** Plans the statement, binds the values and starts it. */
  void start(Parameters parameters) throws SQLException {
    connection = database.connect();
    statement = connection.prepare(text);
    names.bind(statement, parameters);
    columns = columnsOf(statement.getMetaData());
    boolean vectors = columns.stream().allMatch(column -> ColumnBuilder.reads(column.type()));
    source = vectors ? new VectorSource(statement.query(), columns) : startCells(parameters);
  }

  List<ResultColumn> columns() {
    return columns;
  }

  Optional<Batch> read(int wanted, BooleanSupplier stop) throws SQLException {
    return source.read(wanted, stop);
  }

  boolean ended() {
    return source.ended();
  }

  /** Asks the engine to stop; it may be too early or too late, so callers ask again. */
  void interrupt() {
    DuckDBPreparedStatement running = statement;
    if (running == null) {
      return;
    }
    try {
      running.cancel();
    } catch (SQLException alreadyClosed) {
      // Nothing runs any more, which is what was asked for.
      statement = null;
    }
  }

  void release() {
    closeQuietly(statement);
    statement = null;
    closeQuietly(connection);
    connection = null;
  }

  private RowSource startCells(Parameters parameters) throws SQLException {
    try {
      ResultSet result = statement.executeQuery();
      // Types that depend on the values (SELECT ?) are known only now.
      columns = columnsOf(result.getMetaData());
      return new CellSource(result, columns);
    } catch (SQLException failure) {
      if (failure.getMessage().endsWith("Invalid result set")) {
        throw lostFailure(parameters, failure);
      }
      throw failure;
    }
  }

  /** The driver loses the reason of a failure before the first row; its other call keeps it. */
  private SQLException lostFailure(Parameters parameters, SQLException without) {
    closeQuietly(statement);
    try {
      statement = connection.prepare(text);
      names.bind(statement, parameters);
      try (DuckDBChunkedResult again = statement.query()) {
        again.nextChunk();
        return without;
      }
    } catch (SQLException failure) {
      return failure;
    } catch (RuntimeException unreadable) {
      return without;
    }
  }

  private static List<ResultColumn> columnsOf(ResultSetMetaData meta) throws SQLException {
    List<ResultColumn> columns = new ArrayList<>();
    for (int column = 1; column <= meta.getColumnCount(); column++) {
      columns.add(
          new ResultColumn(
              meta.getColumnName(column), DuckDbTypes.of(meta.getColumnTypeName(column))));
    }
    return columns;
  }

  private static void closeQuietly(AutoCloseable resource) {
    if (resource == null) {
      return;
    }
    try {
      resource.close();
    } catch (Exception failure) {
      // The statement failed or was interrupted before; its failure was reported then.
      System.getLogger(NativeQuery.class.getName())
          .log(System.Logger.Level.DEBUG, "closing after a failure", failure);
    }
  }
}
