package dev.alidade.engine.trino;

import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import java.util.HashMap;
import java.util.Map;

/** Sources on the shared server, for tests of what the contract does not ask. */
final class TrinoSources {
  private TrinoSources() {}

  /** The TPC-H tables that Trino makes up, in their smallest size. */
  static EngineProbe tiny() {
    return probe(TrinoServer.shared().source(EngineProbe.SOURCE, "tpch", "tiny"));
  }

  /** The same with a setting changed. */
  static EngineProbe tinyWith(String setting, Object value) {
    SourceDefinition usual = TrinoServer.shared().source(EngineProbe.SOURCE, "tpch", "tiny");
    Map<String, Object> settings = new HashMap<>(usual.settings());
    settings.put(setting, value);
    return probe(new SourceDefinition(usual.name(), usual.engine(), settings));
  }

  static EngineProbe memory(String schema) {
    return probe(TrinoServer.shared().source(EngineProbe.SOURCE, "memory", schema));
  }

  private static EngineProbe probe(SourceDefinition definition) {
    return new EngineProbe(new TrinoFactory().open(definition));
  }
}
