package dev.alidade.engine.trino;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Setting;
import dev.alidade.engine.SourceDefinition;
import java.util.List;

/** Opens catalogs of Trino clusters. */
public final class TrinoFactory implements EngineFactory {
  @Override
  public String engine() {
    return "trino";
  }

  @Override
  public List<Setting> settings() {
    return TrinoSettings.settings();
  }

  @Override
  public Engine open(SourceDefinition definition) {
    return new TrinoEngine(TrinoSettings.of(definition));
  }
}
