package dev.alidade.engine.tls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorType;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.TestCertificate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The way to a server that takes nobody without TLS, and whose certificate is for 127.0.0.1 only.
 */
abstract class TlsContract {
  private static final TestCertificate STRANGER = TestCertificate.of("ip:127.0.0.1");

  /** The server's certificate, which is its own authority. */
  abstract TestCertificate certificate();

  /** A password that must stand in no message. */
  abstract String password();

  /** A source on the server with these settings besides address and account. */
  abstract Engine open(Map<String, Object> settings);

  /** The same on a server that knows no TLS. */
  abstract Engine openPlain(Map<String, Object> settings);

  @Test
  void theRightAuthorityIsVerified() {
    try (Engine engine = open(Map.of("tls", "verify", "tls-ca", trusted()))) {
      assertThat(engine.server().version()).isNotEmpty();
    }
  }

  @Test
  void anAuthorityIsVerifiedWithoutSayingMore() {
    try (Engine engine = open(Map.of("tls-ca", trusted()))) {
      assertThat(engine.server().version()).isNotEmpty();
    }
  }

  @Test
  void aWrongAuthorityIsRefused() {
    String stranger = STRANGER.certificate().toString();
    try (Engine engine = open(Map.of("tls", "verify", "tls-ca", stranger))) {
      assertThat(refusal(engine)).contains("certificate").contains("`tls-ca`");
    }
  }

  @Test
  void anAuthorityThatJavaDoesNotKnowIsRefused() {
    try (Engine engine = open(Map.of("tls", "verify"))) {
      assertThat(refusal(engine)).contains("certificate").contains("`tls-ca`");
    }
  }

  @Test
  void aWrongNameIsRefused() {
    try (Engine engine = open(Map.of("tls", "verify", "tls-ca", trusted(), "host", "localhost"))) {
      assertThat(refusal(engine)).contains("certificate").contains("`host`");
    }
  }

  @Test
  void aFileThatHoldsNoCertificateIsNamed() {
    try (Engine engine = open(Map.of("tls", "verify", "tls-ca", "no-such-file.pem"))) {
      assertThat(refusal(engine)).contains("no-such-file.pem").contains("`tls-ca`");
    }
  }

  @Test
  void encryptAsksForNoProof() {
    try (Engine engine = open(Map.of("tls", "encrypt", "host", "localhost"))) {
      assertThat(engine.server().version()).isNotEmpty();
    }
    String stranger = STRANGER.certificate().toString();
    try (Engine engine = open(Map.of("tls", "encrypt", "tls-ca", stranger))) {
      assertThat(engine.server().version()).isNotEmpty();
    }
  }

  @Test
  void aServerWithoutTlsIsRefused() {
    for (String mode : new String[] {"verify", "encrypt"}) {
      try (Engine engine = openPlain(Map.of("tls", mode, "tls-ca", trusted()))) {
        assertThat(refusal(engine)).contains("TLS").contains("`tls: off`");
      }
    }
  }

  @Test
  void aServerThatAsksForTlsSaysSo() {
    try (Engine engine = open(Map.of("tls", "off"))) {
      assertThat(refusal(engine)).contains("TLS").contains("`tls: verify`");
    }
  }

  private String trusted() {
    return certificate().certificate().toString();
  }

  private String refusal(Engine engine) {
    AlidadeException failure = EngineProbe.failure(engine::server);
    assertThat(failure.code().type()).as(failure.getMessage()).isEqualTo(ErrorType.EXTERNAL);
    assertThat(failure).hasMessageContaining("`%s`".formatted(EngineProbe.SOURCE));
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      assertThat(String.valueOf(cause.getMessage())).doesNotContain(password());
    }
    return failure.getMessage();
  }
}
