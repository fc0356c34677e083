package dev.alidade.app;

import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import java.nio.file.Path;
import java.time.Clock;

/** Where Alidade keeps what it must remember. */
final class StateFolder {
  private StateFolder() {}

  /** `ALIDADE_STATE`, or `alidade` in the user's data folder. */
  static Path of(Environment environment) {
    Path home = Path.of(System.getProperty("user.home"));
    return environment
        .find("ALIDADE_STATE")
        .map(Path::of)
        .orElseGet(
            () ->
                environment
                    .find("XDG_DATA_HOME")
                    .map(Path::of)
                    .orElse(home.resolve(".local/share"))
                    .resolve("alidade"))
        .toAbsolutePath()
        .normalize();
  }

  /** The audit in that folder, with the key that the environment may give. */
  static AuditLog audit(Environment environment, AuditSettings settings) {
    return new AuditLog(auditFolder(of(environment), environment), settings, Clock.systemUTC());
  }

  /** Where the audit of a state folder lies. */
  static AuditFolder auditFolder(Path state, Environment environment) {
    return new AuditFolder(state, environment.find("ALIDADE_AUDIT_KEY"));
  }
}
