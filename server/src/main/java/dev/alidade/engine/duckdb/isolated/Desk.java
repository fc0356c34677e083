package dev.alidade.engine.duckdb.isolated;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.duckdb.gate.Printed;
import dev.alidade.engine.duckdb.run.Database;
import dev.alidade.engine.duckdb.run.EngineQuery;
import dev.alidade.engine.duckdb.run.Lane;
import dev.alidade.engine.duckdb.run.ParameterNames;
import dev.alidade.engine.duckdb.run.Parser;
import dev.alidade.engine.duckdb.run.Resources;
import dev.alidade.engine.duckdb.run.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.locks.LockSupport;

/** What a worker does for the server: one thing at a time on one thread; only cancel is quicker. */
final class Desk {
  private static final int FIRST_BATCH = 2_048;
  private static final int LATER_BATCHES = 16_384;
  private static final long PROGRESS_NANOS = 100_000_000;

  private final Wire wire;
  private Optional<Lane> lane = Optional.empty();
  private Optional<Parser> parser = Optional.empty();
  private volatile Optional<Path> spill = Optional.empty();
  // Guarded by this.
  private Optional<EngineQuery> running = Optional.empty();
  private long runningNumber;
  private long lastCancelled;

  Desk(Wire wire) {
    this.wire = wire;
    Thread.ofPlatform().daemon().name("progress").start(this::tellProgress);
  }

  /** Loads the library, which takes longer than anything else, and says so. */
  void ready() {
    answer(
        () -> {
          parser = Optional.of(new Parser(Database.openParser("worker")));
          wire.send(new Encoder(MessageKind.READY));
        });
  }

  void serve(Message message) {
    Decoder body = message.body();
    switch (message.kind()) {
      case OPEN -> answer(() -> open(body));
      case CLOSE -> answer(this::closeDatabase);
      case RUN -> answer(() -> run(body));
      case PARSE -> answer(() -> parse(body.text()));
      case PRINT -> answer(() -> print(body.text()));
      case CANCEL,
          READY,
          DONE,
          TEXT,
          COLUMNS,
          BATCH,
          LAST_BATCH,
          END,
          PROGRESS,
          ENGINE_FAILED,
          REFUSED,
          BROKEN ->
          throw new IllegalStateException("a worker is not told " + message.kind());
    }
  }

  /** Stops the statement of that number, be it that it has not started yet. */
  synchronized void cancel(long number) {
    lastCancelled = Math.max(lastCancelled, number);
    if (runningNumber == number) {
      running.ifPresent(EngineQuery::interrupt);
    }
  }

  /** Deletes what the engine may have left in the folder that the server named. */
  void clear() {
    spill.ifPresent(WorkFolder::delete);
  }

  private void open(Decoder body) throws SQLException, IOException {
    closeLane();
    Path file = Path.of(body.text());
    Path place = Path.of(body.text());
    spill = Optional.of(place);
    Resources resources = new Resources(body.integer(), body.number());
    lane =
        Optional.of(
            body.integer() == 1
                ? Lane.ofOneSession(Database.openForWriting("worker", file, place, resources))
                : new Lane(Database.openReadOnly("worker", file, place, resources), true, 1));
    wire.send(new Encoder(MessageKind.DONE));
  }

  private void closeDatabase() throws IOException {
    closeLane();
    wire.send(new Encoder(MessageKind.DONE));
  }

  private void closeLane() {
    lane.ifPresent(Lane::close);
    lane = Optional.empty();
  }

  private Parser parser() {
    return parser.orElseThrow();
  }

  private void parse(String sql) throws SQLException, IOException {
    wire.send(new Encoder(MessageKind.TEXT).text(parser().parse(sql)));
  }

  private void print(String tree) throws SQLException, IOException {
    Printed printed = parser().print(tree);
    wire.send(new Encoder(MessageKind.TEXT).text(printed.text()).text(printed.tree()));
  }

  private void run(Decoder body) throws SQLException, IOException {
    long number = body.number();
    String text = body.text();
    ParameterNames names = new ParameterNames(body.texts());
    EngineQuery query = lane.orElseThrow().query(text, names);
    try {
      begin(number, query);
      query.start(parameters(body));
      sendColumns(query.columns());
      sendRows(query);
    } finally {
      end();
      query.release();
    }
  }

  private void sendRows(EngineQuery query) throws SQLException, IOException {
    int wanted = FIRST_BATCH;
    while (true) {
      Optional<Batch> batch = query.read(wanted, this::isCancelled);
      if (batch.isEmpty()) {
        wire.send(new Encoder(MessageKind.END));
        return;
      }
      Encoder message = new Encoder(query.ended() ? MessageKind.LAST_BATCH : MessageKind.BATCH);
      BatchCodec.write(batch.get(), query.columns().size(), message);
      wire.send(message);
      if (query.ended()) {
        return;
      }
      wanted = LATER_BATCHES;
    }
  }

  private void sendColumns(List<ResultColumn> columns) throws IOException {
    Encoder message = new Encoder(MessageKind.COLUMNS).integer(columns.size());
    for (ResultColumn column : columns) {
      message.text(column.name()).text(column.type().engineName());
    }
    wire.send(message);
  }

  private static Parameters parameters(Decoder body) {
    boolean named = body.integer() == 1;
    int size = body.count();
    List<Object> values = new ArrayList<>();
    Map<String, Object> byName = new LinkedHashMap<>();
    for (int index = 0; index < size; index++) {
      if (named) {
        byName.put(body.text(), body.value());
      } else {
        values.add(body.value());
      }
    }
    return named ? new Parameters.Named(byName) : new Parameters.Positional(values);
  }

  private synchronized void begin(long number, EngineQuery query) {
    runningNumber = number;
    running = Optional.of(query);
    if (isCancelled()) {
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The query was cancelled before it was done");
    }
  }

  private synchronized void end() {
    running = Optional.empty();
  }

  private synchronized boolean isCancelled() {
    return lastCancelled >= runningNumber;
  }

  private void tellProgress() {
    while (true) {
      LockSupport.parkNanos(this, PROGRESS_NANOS);
      Optional<EngineQuery> query;
      synchronized (this) {
        query = running;
      }
      OptionalDouble fraction = query.map(EngineQuery::progress).orElse(OptionalDouble.empty());
      if (fraction.isPresent()) {
        send(new Encoder(MessageKind.PROGRESS).fraction(fraction.getAsDouble()));
      }
    }
  }

  private void answer(Work work) {
    try {
      work.go();
    } catch (SQLException failure) {
      send(new Encoder(MessageKind.ENGINE_FAILED).text(String.valueOf(failure.getMessage())));
    } catch (AlidadeException failure) {
      send(new Encoder(MessageKind.REFUSED).text(failure.code().name()).text(failure.getMessage()));
    } catch (IOException serverIsGone) {
      Runtime.getRuntime().halt(0);
    } catch (RuntimeException | StackOverflowError failure) {
      send(new Encoder(MessageKind.BROKEN).text(failure.toString()));
    }
  }

  private void send(Encoder message) {
    try {
      wire.send(message);
    } catch (IOException serverIsGone) {
      Runtime.getRuntime().halt(0);
    }
  }

  @FunctionalInterface
  private interface Work {
    void go() throws SQLException, IOException;
  }
}
