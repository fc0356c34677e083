package dev.alidade.engine.jdbc;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Objects;
import java.util.Optional;

/** How the way to a server is protected; {@code authority} is a file of certificates to trust. */
public record Tls(Mode mode, Optional<String> authority) {
  /** What is asked of the connection. */
  public enum Mode {
    /** Encrypted, and the server proves that it is who the configuration names. */
    VERIFY,
    /** Encrypted, but anybody may answer. */
    ENCRYPT,
    /** As plain text. */
    OFF
  }

  public Tls {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(authority, "authority");
  }

  /**
   * Looks into the file of the authority.
   *
   * @throws AlidadeException CONFIGURATION_INVALID where it cannot be read or holds no certificate
   */
  void check(String source) {
    if (mode != Mode.VERIFY || authority.isEmpty()) {
      return;
    }
    try (InputStream file = Files.newInputStream(Path.of(authority.get()))) {
      if (CertificateFactory.getInstance("X.509").generateCertificates(file).isEmpty()) {
        throw wrong(source, "holds no certificate", null);
      }
    } catch (IOException unreadable) {
      throw wrong(source, "cannot be read", unreadable);
    } catch (CertificateException other) {
      throw wrong(source, "holds no certificate", other);
    }
  }

  private AlidadeException wrong(String source, String how, Exception cause) {
    return new AlidadeException(
        ErrorCode.CONFIGURATION_INVALID,
        "Source `%s`: the file `%s` of its `tls-ca` %s; name a file of certificates (PEM)"
            .formatted(source, authority.orElse(""), how),
        cause);
  }
}
