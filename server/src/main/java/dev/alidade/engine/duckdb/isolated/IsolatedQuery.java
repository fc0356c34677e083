package dev.alidade.engine.duckdb.isolated;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Batch;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.duckdb.run.DuckDbTypes;
import dev.alidade.engine.duckdb.run.EngineQuery;
import dev.alidade.engine.duckdb.run.ParameterNames;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** A statement in a worker, which dies with it at most. */
final class IsolatedQuery implements EngineQuery {
  private static final AtomicLong COUNT = new AtomicLong();
  private static final long STOP_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final long number = COUNT.incrementAndGet();
  private final String source;
  private final Berth berth;
  private final String text;
  private final ParameterNames names;
  private List<ResultColumn> columns = List.of();
  private Optional<Message> first = Optional.empty();
  private boolean started;
  private boolean ended;
  private boolean fit = true;
  private volatile boolean stopping;
  private volatile double furthest = -1;

  IsolatedQuery(String source, Berth berth, String text, ParameterNames names) {
    this.source = source;
    this.berth = berth;
    this.text = text;
    this.names = names;
  }

  /** Runs it up to its first rows; where its worker dies by itself, once more in another one. */
  @Override
  public void start(Parameters parameters) throws SQLException {
    try {
      begin(parameters);
    } catch (WorkerLost lost) {
      if (lost.ending() != Ending.BY_ITSELF || stopping) {
        throw failure(lost);
      }
      beginAgain(parameters);
    }
  }

  @Override
  public List<ResultColumn> columns() {
    return columns;
  }

  @Override
  public Optional<Batch> read(int wanted, BooleanSupplier stop) throws SQLException {
    if (ended) {
      return Optional.empty();
    }
    try {
      Message message = first.isPresent() ? first.get() : next();
      first = Optional.empty();
      ended = message.kind() != MessageKind.BATCH;
      return message.kind() == MessageKind.END
          ? Optional.empty()
          : Optional.of(BatchCodec.read(message.body()));
    } catch (WorkerLost lost) {
      throw failure(lost);
    }
  }

  @Override
  public boolean ended() {
    return ended;
  }

  @Override
  public void interrupt() {
    stopping = true;
    berth.leaving();
    berth.worker().tell(new Encoder(MessageKind.CANCEL).number(number));
  }

  @Override
  public void giveUp() {
    berth.worker().kill(Ending.STUBBORN);
  }

  @Override
  public OptionalDouble progress() {
    double fraction = furthest;
    return fraction < 0 ? OptionalDouble.empty() : OptionalDouble.of(fraction);
  }

  @Override
  public void release() {
    if (started && !ended) {
      berth.leaving();
      stop();
    }
    berth.free(fit);
  }

  private void beginAgain(Parameters parameters) throws SQLException {
    try {
      berth.renew();
      begin(parameters);
    } catch (WorkerLost again) {
      throw failure(again);
    }
  }

  private void begin(Parameters parameters) throws WorkerLost, SQLException {
    Encoder message = new Encoder(MessageKind.RUN).number(number).text(text).texts(names.names());
    write(parameters, message);
    started = true;
    berth.worker().send(message);
    Message answer = next();
    if (answer.kind() == MessageKind.COLUMNS) {
      columns = columns(answer.body());
      answer = next();
    }
    first = Optional.of(answer);
  }

  /** The next message about rows; failures are thrown. */
  private Message next() throws WorkerLost, SQLException {
    while (true) {
      Message message = berth.worker().receive();
      switch (message.kind()) {
        case COLUMNS, BATCH, LAST_BATCH, END -> {
          return message;
        }
        case PROGRESS -> furthest = Math.max(furthest, message.body().fraction());
        case ENGINE_FAILED -> throw engineFailure(message.body().text());
        case REFUSED -> {
          ended = true;
          throw new AlidadeException(
              ErrorCode.valueOf(message.body().text()), message.body().text());
        }
        case BROKEN -> {
          ended = true;
          fit = false;
          throw new IllegalStateException("a worker broke: " + message.body().text());
        }
        case READY, OPEN, CLOSE, DONE, RUN, CANCEL, PARSE, PRINT, TEXT ->
            throw new IllegalStateException("a worker answered " + message.kind());
      }
    }
  }

  private SQLException engineFailure(String message) {
    ended = true;
    // After these the engine refuses everything else.
    fit = !message.contains("\"INTERNAL\"") && !message.contains("\"FATAL\"");
    return new SQLException(message);
  }

  /** Reads to the end of what was stopped; a worker that does not come to it is killed. */
  private void stop() {
    Worker worker = berth.worker();
    worker.tell(new Encoder(MessageKind.CANCEL).number(number));
    long until = System.nanoTime() + STOP_NANOS;
    try {
      while (!ended) {
        Message message = worker.receiveWithin(until - System.nanoTime());
        ended =
            switch (message.kind()) {
              case LAST_BATCH, END, ENGINE_FAILED, REFUSED, BROKEN -> true;
              case READY,
                  OPEN,
                  CLOSE,
                  DONE,
                  RUN,
                  CANCEL,
                  PARSE,
                  PRINT,
                  TEXT,
                  COLUMNS,
                  BATCH,
                  PROGRESS ->
                  false;
            };
      }
    } catch (WorkerLost lost) {
      fit = false;
    }
  }

  private AlidadeException failure(WorkerLost lost) {
    ended = true;
    fit = false;
    if (stopping) {
      return new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The query was cancelled before it was done", lost);
    }
    return switch (lost.ending()) {
      case MEMORY ->
          new AlidadeException(
              ErrorCode.OUT_OF_MEMORY,
              "The query was ended because it took more than the %,d MB of a worker; filter or"
                      .formatted(berth.worker().memory().megabytes())
                  + " aggregate more, or select fewer columns",
              lost);
      case STUBBORN, SLOW ->
          new AlidadeException(
              ErrorCode.QUERY_CANCELLED, "The query was cancelled before it was done", lost);
      case DISMISSED ->
          new AlidadeException(
              ErrorCode.SOURCE_UNAVAILABLE, "Source `%s` is closed".formatted(source), lost);
      case BY_ITSELF ->
          new AlidadeException(
              ErrorCode.ENGINE_FAILED,
              "DuckDB ended on the query, and only the query with it; simplify it",
              lost);
    };
  }

  private static List<ResultColumn> columns(Decoder body) {
    int size = body.count();
    List<ResultColumn> columns = new ArrayList<>(size);
    for (int column = 0; column < size; column++) {
      columns.add(new ResultColumn(body.text(), DuckDbTypes.of(body.text())));
    }
    return columns;
  }

  private static void write(Parameters parameters, Encoder message) {
    switch (parameters) {
      case Parameters.Positional positional -> {
        message.integer(0).integer(positional.values().size());
        positional.values().forEach(message::value);
      }
      case Parameters.Named named -> {
        message.integer(1).integer(named.values().size());
        named.values().forEach((name, value) -> message.text(name).value(value));
      }
    }
  }
}
