package dev.alidade.engine;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.policy.Governor;
import dev.alidade.policy.TableShape;
import dev.alidade.policy.Target;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.TableName;
import java.util.Optional;
import java.util.function.LongPredicate;

/** Writes to an engine as whoever may do everything there. */
public record EngineWrites(String source, Engine engine) {
  /** Runs a write that stays. */
  public WriteResult keep(String sql) {
    return write(sql, Parameters.NONE, Cancellation.never(), rows -> true);
  }

  /** Runs a write that is rolled back. */
  public WriteResult preview(String sql) {
    return write(sql, Parameters.NONE, Cancellation.never(), rows -> false);
  }

  /** Governs a write and runs it. */
  public WriteResult write(
      String sql, Parameters parameters, Cancellation cancellation, LongPredicate keep) {
    return engine.write(
        new WriteRequest(
            new Governor().governWrite(Caller.LOCAL, new WholeTarget(source, engine), sql),
            parameters,
            cancellation,
            keep));
  }

  private record WholeTarget(String source, Engine engine) implements Target {
    @Override
    public Gate gate() {
      return engine.gate();
    }

    @Override
    public Dialect dialect() {
      return engine.dialect();
    }

    @Override
    public String homeSchema() {
      return engine.homeSchema();
    }

    @Override
    public Optional<TableShape> shape(TableName name) {
      return engine.readCatalog().tables().stream()
          .filter(table -> table.name().equals(name))
          .findFirst()
          .map(
              table ->
                  new TableShape(
                      table.name(),
                      table.kind() == TableKind.VIEW,
                      table.columns().stream()
                          .map(column -> new TableShape.Column(column.name(), column.type()))
                          .toList()));
    }
  }
}
