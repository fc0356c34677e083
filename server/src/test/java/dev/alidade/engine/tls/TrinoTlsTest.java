package dev.alidade.engine.tls;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.TestCertificate;
import dev.alidade.engine.trino.TrinoFactory;
import dev.alidade.engine.trino.TrinoServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;

class TrinoTlsTest extends TlsContract {
  private static final String PASSWORD = "right 'horse";

  private final TrinoServer server = TrinoServer.shared();

  @BeforeAll
  static void letIn() {
    TrinoServer.shared().passwords(Map.of("alidade", PASSWORD));
  }

  @Override
  TestCertificate certificate() {
    return server.certificate();
  }

  @Override
  String password() {
    return PASSWORD;
  }

  @Override
  Engine open(Map<String, Object> settings) {
    return on(server.securePort(), settings);
  }

  @Override
  Engine openPlain(Map<String, Object> settings) {
    return on(server.port(), settings);
  }

  private Engine on(int port, Map<String, Object> settings) {
    Map<String, Object> all =
        new HashMap<>(server.source(EngineProbe.SOURCE, "tpch", "tiny").settings());
    all.put("port", port);
    all.put("password", PASSWORD);
    all.putAll(settings);
    return new TrinoFactory().open(new SourceDefinition(EngineProbe.SOURCE, "trino", all));
  }
}
