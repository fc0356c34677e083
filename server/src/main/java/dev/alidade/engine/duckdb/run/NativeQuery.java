package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;

/** A statement inside the engine's library. */
final class NativeQuery implements EngineQuery {
  private final Lane lane;
  private final String text;
  private final ParameterNames names;
  private final boolean repeatable;
  private List<ResultColumn> columns = List.of();
  private Optional<Session> session = Optional.empty();
  private Optional<RowSource> source = Optional.empty();
  // Guarded by this: what runs, so that nobody interrupts the next user of the connection.
  private Optional<DuckDBPreparedStatement> running = Optional.empty();
  private boolean interrupted;
  private double furthest = -1;

  NativeQuery(Lane lane, String text, ParameterNames names) {
    this.lane = lane;
    this.text = text;
    this.names = names;
    repeatable = lane.isOfOneSession() || Session.isRepeatable(text);
  }

  @Override
  public void start(Parameters parameters) throws SQLException {
    Session lent = repeatable ? lane.borrow(text) : lane.open();
    session = Optional.of(lent);
    Session.Planned planned = lent.plan(text);
    columns = planned.columns();
    DuckDBPreparedStatement statement = planned.statement();
    names.bind(statement, parameters);
    isRunning(statement);
    boolean vectors = columns.stream().allMatch(column -> ColumnBuilder.reads(column.type()));
    source =
        Optional.of(
            vectors
                ? new VectorSource(statement.query(), columns)
                : startCells(lent, statement, parameters));
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public Optional<Batch> read(int wanted, BooleanSupplier stop) throws SQLException {
    return source.orElseThrow().read(wanted, stop);
  }

  @Override
  public boolean ended() {
    return source.map(RowSource::ended).orElse(false);
  }

  @Override
  public synchronized void interrupt() {
    interrupted = true;
    if (running.isEmpty()) {
      return;
    }
    try {
      running.get().cancel();
    } catch (SQLException alreadyClosed) {
      // Nothing runs any more, which is what was asked for.
      running = Optional.empty();
    }
  }

  /** Nothing in this process can be ended by force. */
  @Override
  public void giveUp() {
    interrupt();
  }

  @Override
  public synchronized OptionalDouble progress() {
    try {
      if (running.isPresent()) {
        double percent = running.get().getQueryProgress().getPercentage();
        furthest = Math.max(furthest, Math.min(percent / 100, 1));
      }
    } catch (SQLException alreadyClosed) {
      running = Optional.empty();
    }
    return furthest < 0 ? OptionalDouble.empty() : OptionalDouble.of(furthest);
  }

  /** Gives the connection back, or closes it where its query was not read to the end. */
  @Override
  public void release() {
    boolean clean;
    synchronized (this) {
      clean = repeatable && !interrupted && ended();
      running = Optional.empty();
    }
    source.ifPresent(RowSource::close);
    source = Optional.empty();
    Optional<Session> lent = session;
    session = Optional.empty();
    lent.ifPresent(clean ? lane::giveBack : Session::close);
  }

  private synchronized void isRunning(DuckDBPreparedStatement statement) {
    running = Optional.of(statement);
  }

  private RowSource startCells(
      Session lent, DuckDBPreparedStatement statement, Parameters parameters) throws SQLException {
    try {
      ResultSet result = statement.executeQuery();
      // Types that depend on the values (SELECT ?) are known only now.
      columns = Session.columnsOf(result.getMetaData());
      return new CellSource(result, columns);
    } catch (SQLException failure) {
      if (failure.getMessage().endsWith("Invalid result set")) {
        throw lostFailure(lent, parameters, failure);
      }
      throw failure;
    }
  }

  /** The driver loses the reason of a failure before the first row; its other call keeps it. */
  private SQLException lostFailure(Session lent, Parameters parameters, SQLException without) {
    try {
      DuckDBPreparedStatement again = lent.planAgain(text).statement();
      isRunning(again);
      names.bind(again, parameters);
      try (DuckDBChunkedResult result = again.query()) {
        result.nextChunk();
        return without;
      }
    } catch (SQLException failure) {
      return failure;
    } catch (RuntimeException unreadable) {
      return without;
    }
  }
}
