package dev.alidade.delivery;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultStream;
import dev.alidade.query.GovernedResult;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** The rows of one sheet: counted, and told to the manifest when they end. */
final class SheetRows implements ResultStream {
  private final String name;
  private final GovernedResult result;
  private final LongAdder all;
  private final Consumer<Manifest.Sheet> told;
  private long rows;

  /** {@code all} counts the rows of every sheet. */
  SheetRows(String name, GovernedResult result, LongAdder all, Consumer<Manifest.Sheet> told) {
    this.name = name;
    this.result = result;
    this.all = all;
    this.told = told;
  }

  @Override
  public List<ResultColumn> columns() {
    return result.columns();
  }

  @Override
  public Optional<Batch> next() {
    Optional<Batch> batch = result.next();
    int taken = batch.map(Batch::rows).orElse(0);
    rows += taken;
    all.add(taken);
    return batch;
  }

  /** The query gives its turn back, which the next sheet's may need. */
  @Override
  public void close() {
    told.accept(
        new Manifest.Sheet(name, result.sql().shown(), Manifest.columns(result.columns()), rows));
    result.close();
  }
}
