package dev.alidade.cache;

import dev.alidade.engine.Parameters;
import dev.alidade.policy.GovernedSql;
import java.util.Objects;

/**
 * All that the rows of a statement depend on besides the data. An engine is told nothing of the
 * caller but the governed text, in which the caller's rows and masks stand, and so who sees
 * something else has another key.
 *
 * @param edition which of the sources that had this name one after the other
 * @param written the caller's own text, which failures point into
 * @param text what runs
 */
record CacheKey(String source, long edition, String written, String text, Parameters parameters) {
  CacheKey {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(written, "written");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(parameters, "parameters");
  }

  static CacheKey of(GovernedSql sql, Parameters parameters, long edition) {
    return new CacheKey(sql.source(), edition, sql.written(), sql.text(), parameters);
  }

  /** About how many bytes it takes. */
  long bytes() {
    return 200L + written.length() + text.length();
  }
}
