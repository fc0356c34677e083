package dev.alidade.engine.tls;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.TestCertificate;
import dev.alidade.engine.mysql.MariaDbServer;
import dev.alidade.engine.mysql.MySqlFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class MariaDbTlsTest extends TlsContract {
  private static final TestCertificate CERTIFICATE = TestCertificate.of("ip:127.0.0.1");

  private static MariaDbServer server;

  @BeforeAll
  static void start() {
    server =
        MariaDbServer.own(
            "--ssl-cert=" + CERTIFICATE.certificate(), "--ssl-key=" + CERTIFICATE.key());
    server.run("", List.of("SET GLOBAL require_secure_transport = ON"));
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
    return MariaDbServer.PASSWORD;
  }

  @Override
  Engine open(Map<String, Object> settings) {
    return on(server, settings);
  }

  @Override
  Engine openPlain(Map<String, Object> settings) {
    return on(MariaDbServer.shared(), settings);
  }

  private static Engine on(MariaDbServer server, Map<String, Object> settings) {
    Map<String, Object> all = new HashMap<>(server.source(EngineProbe.SOURCE, "mysql").settings());
    all.putAll(settings);
    return MySqlFactory.mySql().open(new SourceDefinition(EngineProbe.SOURCE, "mysql", all));
  }
}
