package dev.alidade.cache;

import dev.alidade.base.Cancellation;
import dev.alidade.engine.Capability;
import dev.alidade.engine.Engine;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.ResultStream;
import dev.alidade.policy.GovernedSql;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * A governed statement whose rows somebody wants.
 *
 * @param streamed whether they go where a slow reader may hold them up
 * @param run asks the source
 * @param again asks the source when nobody waits for it
 */
public record CacheQuestion(
    GovernedSql sql,
    Parameters parameters,
    Engine engine,
    boolean streamed,
    Cancellation cancellation,
    Supplier<ResultStream> run,
    Supplier<ResultStream> again) {
  public CacheQuestion {
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(cancellation, "cancellation");
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(again, "again");
  }

  /** Whether it takes a question to a server to tell if the data have changed. */
  boolean asksServer() {
    return !engine.capabilities().contains(Capability.FRESH_AT_ONCE);
  }
}
