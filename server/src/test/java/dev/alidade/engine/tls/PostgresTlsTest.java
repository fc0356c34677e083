package dev.alidade.engine.tls;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.TestCertificate;
import dev.alidade.engine.postgres.PostgresEngineFactory;
import dev.alidade.engine.postgres.PostgresServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresTlsTest extends TlsContract {
  private static final TestCertificate CERTIFICATE = TestCertificate.of("ip:127.0.0.1");

  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = PostgresServer.own();
    server.secure(CERTIFICATE);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  TestCertificate certificate() {
    return CERTIFICATE;
  }

  @Override
  String password() {
    return PostgresServer.PASSWORD;
  }

  @Override
  Engine open(Map<String, Object> settings) {
    return on(server, settings);
  }

  @Override
  Engine openPlain(Map<String, Object> settings) {
    return on(PostgresServer.shared(), settings);
  }

  private static Engine on(PostgresServer server, Map<String, Object> settings) {
    Map<String, Object> all =
        new HashMap<>(server.source(EngineProbe.SOURCE, "postgres").settings());
    all.putAll(settings);
    return new PostgresEngineFactory()
        .open(new SourceDefinition(EngineProbe.SOURCE, "postgres", all));
  }
}
