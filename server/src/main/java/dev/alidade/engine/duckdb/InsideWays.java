package dev.alidade.engine.duckdb;

import dev.alidade.base.Cancellation;
import dev.alidade.engine.PlanNode;
import dev.alidade.engine.duckdb.run.Database;
import dev.alidade.engine.duckdb.run.EngineQuery;
import dev.alidade.engine.duckdb.run.Lane;
import dev.alidade.engine.duckdb.run.ParameterNames;
import dev.alidade.engine.duckdb.run.Resources;
import dev.alidade.engine.duckdb.run.WorkFolder;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * In this process: a wide lane with all threads for every query, a narrow one for small ones and
 * for long ones that the engine would run one row after the other anyway.
 */
final class InsideWays implements Ways, AutoCloseable {
  private final String source;
  private final Path file;
  private final FileState state;
  private final WorkFolder folder;
  private final Workers workers;
  private final Lane wide;
  private final LaneChoice choice = new LaneChoice();
  private final ReentrantLock opening = new ReentrantLock();
  private volatile Optional<Lane> narrow = Optional.empty();
  // Guarded by opening: through the database of the narrow one, for queries that are watched.
  private Optional<Lane> single = Optional.empty();

  /** Opens the file; {@code state} is what was seen of it before. */
  InsideWays(String source, Path file, FileState state, WorkFolder folder, Workers workers)
      throws SQLException {
    this.source = source;
    this.file = file;
    this.state = state;
    this.folder = folder;
    this.workers = workers;
    wide = open(Resources.ofThisMachine(), true, workers.wide());
  }

  /** The database, for statements of our own. */
  Database database() {
    return wide.database();
  }

  @Override
  public Way forStatement(String text, boolean mayTakeLong, Supplier<PlanNode> plan) {
    if (mayTakeLong && LaneChoice.isStraight(plan)) {
      return new LaneWay(single(), workers.wide());
    }
    boolean small = choice.isSmall(text, workers.wide().isBusy(), plan);
    return small ? forPlans() : new LaneWay(wide, workers.wide());
  }

  /** Its own lane for small queries; the wide one where the file has been replaced meanwhile. */
  @Override
  public Way forPlans() {
    Lane lane = narrow();
    return new LaneWay(lane, lane == wide ? workers.wide() : workers.narrow());
  }

  @Override
  public void close() {
    wide.close();
    single.filter(lane -> lane != wide).ifPresent(Lane::close);
    narrow.filter(lane -> lane != wide).ifPresent(Lane::close);
  }

  private Lane narrow() {
    if (narrow.isEmpty()) {
      opening.lock();
      try {
        if (narrow.isEmpty()) {
          narrow = Optional.of(openNarrow());
        }
      } finally {
        opening.unlock();
      }
    }
    return narrow.get();
  }

  /**
   * One thread, which gives every row away as it comes. With more of them, the one that fetches
   * only asks again and again whether another has something.
   */
  private Lane single() {
    Lane through = narrow();
    opening.lock();
    try {
      if (single.isEmpty()) {
        boolean isWide = through == wide;
        single =
            Optional.of(
                isWide ? wide : new Lane(through.database(), true, workers.wide().threads()));
      }
      return single.get();
    } finally {
      opening.unlock();
    }
  }

  private Lane openNarrow() {
    try {
      Lane opened = open(Resources.narrow(), false, workers.narrow());
      if (FileState.of(file).equals(state)) {
        return opened;
      }
      opened.close();
      return wide;
    } catch (SQLException replaced) {
      return wide;
    }
  }

  private Lane open(Resources resources, boolean measured, WorkerPool pool) throws SQLException {
    return new Lane(
        Database.openReadOnly(source, file, folder.spill(), resources), measured, pool.threads());
  }

  private record LaneWay(Lane lane, WorkerPool workers) implements Way {
    @Override
    public EngineQuery query(String text, ParameterNames names, Cancellation cancellation) {
      return lane.query(text, names);
    }
  }
}
