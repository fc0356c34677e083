package dev.alidade.engine.sqlite;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.Caches;
import dev.alidade.sql.Inspection;
import java.util.Optional;

/** Statements that were found to be allowed, and shapes that were seen, by their texts. */
final class SqliteVerdicts {
  private static final int MOST_CHARACTERS = 4_000_000;

  private final Cache<String, Verdict> allowed = kept();
  private final Cache<String, Boolean> shapes = kept();

  /** What was found of a statement, of which schema. */
  record Verdict(SqliteVersions.Version version, Inspection inspection, boolean isShort) {
    /** The same of a statement of its shape. */
    Verdict of(String sql) {
      return new Verdict(version, inspection.running(sql), isShort);
    }
  }

  Optional<Verdict> find(String sql) {
    return Optional.ofNullable(allowed.getIfPresent(sql));
  }

  void keep(String sql, Verdict verdict) {
    allowed.put(sql, verdict);
  }

  void forget(String sql) {
    allowed.invalidate(sql);
  }

  /** Whether a shape came before; from now on it has. */
  boolean knows(String shape) {
    if (shapes.getIfPresent(shape) != null) {
      return true;
    }
    shapes.put(shape, true);
    return false;
  }

  private static <V> Cache<String, V> kept() {
    return Caches.builder()
        .maximumWeight(MOST_CHARACTERS)
        .weigher((String text, V ignored) -> text.length())
        .build();
  }
}
