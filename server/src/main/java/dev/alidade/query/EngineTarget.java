package dev.alidade.query;

import dev.alidade.engine.Engine;
import dev.alidade.policy.TableShape;
import dev.alidade.policy.Target;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.TableName;
import java.util.Optional;

/** A source's engine as the governor sees it. */
record EngineTarget(String source, Engine engine, Shapes shapes) implements Target {
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
  public Optional<TableShape> shape(TableName table) {
    return shapes.find(source, table);
  }
}
