package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.policy.GovernedSql;
import dev.alidade.policy.GovernedSqlMaker;
import dev.alidade.policy.Governor;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableView;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Asks an engine the way that the query path does: govern, execute, read all batches. */
public record EngineProbe(Engine engine, UnaryOperator<String> adapted) {
  /** The name of the source that every contract engine is opened under. */
  public static final String SOURCE = "contract";

  /** Asks in the very words of the case. */
  public EngineProbe(Engine engine) {
    this(engine, sql -> sql);
  }

  /** The statement as the gate and the governor let it pass. */
  public GovernedSql govern(String sql) {
    return new Governor().govern(Caller.LOCAL, SOURCE, engine.gate(), adapted.apply(sql));
  }

  /** What the gate says. */
  public Inspection inspect(String sql) {
    return engine.gate().inspect(adapted.apply(sql));
  }

  /** The first reason of a statement that must be refused. */
  public Reason refusal(String sql) {
    Inspection inspection = inspect(sql);
    assertThat(inspection.reasons()).as(sql).isNotEmpty();
    return inspection.reasons().getFirst();
  }

  /** Starts a governed statement. */
  public ResultStream start(String sql, Parameters parameters, Cancellation cancellation) {
    return engine.execute(new ExecutionRequest(govern(sql), parameters, cancellation));
  }

  /** Starts a governed statement without parameters. */
  public ResultStream start(String sql) {
    return start(sql, Parameters.NONE, Cancellation.never());
  }

  /** All rows of a statement, with values for its {@code ?}. */
  public List<List<Object>> rows(String sql, Object... values) {
    return rows(sql, new Parameters.Positional(Arrays.asList(values)));
  }

  /** All rows of a statement. */
  public List<List<Object>> rows(String sql, Parameters parameters) {
    try (ResultStream result = start(sql, parameters, Cancellation.never())) {
      return read(result);
    }
  }

  /** All rows of a statement to which a view stands in the place of a table. */
  public List<List<Object>> rowsUnder(TableView view, String sql) {
    Inspection narrowed = engine.gate().inspect(adapted.apply(sql), List.of(view));
    assertThat(narrowed.reasons()).as(sql).isEmpty();
    GovernedSql governed = GovernedSqlMaker.forge(SOURCE, narrowed.text().orElseThrow());
    try (ResultStream result =
        engine.execute(new ExecutionRequest(governed, Parameters.NONE, Cancellation.never()))) {
      return read(result);
    }
  }

  /** All rows of a statement, with values for its {@code $name}. */
  public List<List<Object>> rowsNamed(String sql, Map<String, Object> values) {
    return rows(sql, new Parameters.Named(values));
  }

  /** The only cell of a result. */
  public Object cell(String sql, Object... values) {
    List<List<Object>> rows = rows(sql, values);
    assertThat(rows).hasSize(1);
    assertThat(rows.getFirst()).hasSize(1);
    return rows.getFirst().getFirst();
  }

  /** The only cell of a count, sum or other whole number. */
  public long number(String sql, Object... values) {
    return ((Number) cell(sql, values)).longValue();
  }

  /** The columns of a result. */
  public List<ResultColumn> columns(String sql) {
    try (ResultStream result = start(sql)) {
      return result.columns();
    }
  }

  /** How running a text that no gate has seen fails. */
  public AlidadeException forgedFailure(String sql) {
    return failure(
        () -> {
          try (ResultStream result = engine.execute(forged(SOURCE, sql))) {
            read(result);
          }
        });
  }

  /** A statement that claims to be governed for a source. */
  public ExecutionRequest forged(String source, String sql) {
    return new ExecutionRequest(
        GovernedSqlMaker.forge(source, adapted.apply(sql)), Parameters.NONE, Cancellation.never());
  }

  /** All rows of a statement in a transaction. */
  public List<List<Object>> rowsIn(Transaction transaction, String sql) {
    try (ResultStream result =
        transaction.execute(
            new ExecutionRequest(govern(sql), Parameters.NONE, Cancellation.never()))) {
      return read(result);
    }
  }

  /** How a statement fails. */
  public AlidadeException failure(String sql, Object... values) {
    return failure(() -> rows(sql, values));
  }

  /** How a piece of work fails; it must fail with an AlidadeException. */
  public static AlidadeException failure(Runnable work) {
    AlidadeException failure = catchThrowableOfType(AlidadeException.class, work::run);
    assertThat(failure).as("an AlidadeException").isNotNull();
    return failure;
  }

  /** Reads a stream to its end. */
  public static List<List<Object>> read(ResultStream result) {
    List<List<Object>> rows = new ArrayList<>();
    int width = result.columns().size();
    for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
      Batch batch = next.get();
      assertThat(batch.rows()).isPositive();
      for (int row = 0; row < batch.rows(); row++) {
        List<Object> values = new ArrayList<>();
        for (int column = 0; column < width; column++) {
          Object value = batch.value(column, row);
          assertThat(batch.isNull(column, row)).isEqualTo(value == null);
          values.add(value);
        }
        rows.add(values);
      }
    }
    return rows;
  }

  /** Counts the rows of a stream without keeping them. */
  public static long drain(ResultStream result) {
    long rows = 0;
    for (Optional<Batch> next = result.next(); next.isPresent(); next = result.next()) {
      rows += next.get().rows();
    }
    return rows;
  }
}
