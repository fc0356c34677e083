package dev.alidade.app;

import dev.alidade.audit.AuditSettings;
import dev.alidade.audit.AuditSettings.Sync;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the section `audit`. */
final class AuditReader {
  private static final int MOST_DAYS = 36_500;

  private AuditReader() {}

  static AuditSettings read(ConfigNode section) {
    Map<String, ConfigNode> fields = section.fields(List.of("keep", "sync"));
    Optional<Duration> keep = Optional.ofNullable(fields.get("keep")).flatMap(AuditReader::days);
    Sync sync =
        Optional.ofNullable(fields.get("sync"))
            .flatMap(field -> field.oneOf(List.of("never", "second", "always")))
            .map(AuditReader::sync)
            .orElse(AuditSettings.USUAL.sync());
    return new AuditSettings(keep, sync);
  }

  private static Sync sync(String word) {
    return switch (word) {
      case "second" -> Sync.SECOND;
      case "always" -> Sync.ALWAYS;
      default -> Sync.NEVER;
    };
  }

  private static Optional<Duration> days(ConfigNode field) {
    Optional<String> text = field.text().map(String::strip);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().matches("[1-9][0-9]{0,4}d")) {
      int days = Integer.parseInt(text.get().substring(0, text.get().length() - 1));
      if (days <= MOST_DAYS) {
        return Optional.of(Duration.ofDays(days));
      }
    }
    field.problem("must be a number of days such as 365d, at most " + MOST_DAYS + "d");
    return Optional.empty();
  }
}
