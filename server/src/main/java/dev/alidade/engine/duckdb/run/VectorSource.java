package dev.alidade.engine.duckdb.run;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBDataChunkReader;

/** Reads whole vectors of simple types; a batch of long texts is as short as the engine allows. */
final class VectorSource implements RowSource {
  private static final long PATIENCE_NANOS = 20_000_000;
  private static final long MOST_CHARACTERS = 4_000_000;

  private final DuckDBChunkedResult result;
  private final List<ColumnBuilder> builders;
  private boolean ended;

  VectorSource(DuckDBChunkedResult result, List<ResultColumn> columns) {
    this.result = result;
    builders = columns.stream().map(column -> ColumnBuilder.of(column.type())).toList();
  }

  @Override
  public Optional<Batch> read(int wanted, BooleanSupplier stop) {
    long started = System.nanoTime();
    int rows = 0;
    while (rows < wanted && !stop.getAsBoolean() && advance()) {
      DuckDBDataChunkReader chunk = result.chunk();
      int count = (int) chunk.rowCount();
      for (int column = 0; column < builders.size(); column++) {
        builders.get(column).append(chunk.vector(column), count);
      }
      rows += count;
      boolean enough =
          characters() > MOST_CHARACTERS || System.nanoTime() - started > PATIENCE_NANOS;
      if (rows > 0 && enough) {
        break;
      }
    }
    if (rows == 0) {
      return Optional.empty();
    }
    return Optional.of(new ColumnBatch(rows, builders.stream().map(ColumnBuilder::build).toList()));
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void close() {
    try {
      result.close();
    } catch (SQLException failure) {
      // The statement failed or was interrupted before; its failure was reported then.
      System.getLogger(VectorSource.class.getName())
          .log(System.Logger.Level.DEBUG, "closing after a failure", failure);
    }
  }

  private long characters() {
    return builders.stream().mapToLong(ColumnBuilder::characters).sum();
  }

  private boolean advance() {
    ended = ended || !result.nextChunk();
    return !ended;
  }
}
