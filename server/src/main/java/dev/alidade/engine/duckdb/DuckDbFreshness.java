package dev.alidade.engine.duckdb;

import dev.alidade.engine.ChangingWords;
import dev.alidade.engine.FileClock;
import dev.alidade.engine.Freshness;
import dev.alidade.engine.Parameters;
import dev.alidade.policy.GovernedSql;
import java.time.Clock;
import java.util.Set;

/** The state of its file tells whether a statement would give the same rows. */
final class DuckDbFreshness {
  /** Of the functions that may be called, those that do not depend on their arguments alone. */
  static final Set<String> WORDS =
      Set.of(
          "ago(",
          "age(",
          "current_date",
          "current_localtime",
          "current_localtimestamp",
          "current_time",
          "current_timestamp",
          "gen_random_uuid(",
          "get_current_time(",
          "get_current_timestamp(",
          "localtime",
          "localtimestamp",
          "now(",
          "random(",
          "sample",
          "tablesample",
          "today(",
          "transaction_timestamp(",
          "uuid(",
          "uuidv4(",
          "uuidv7(");

  private final ChangingWords words = new ChangingWords(WORDS);
  private final Clock clock = Clock.systemUTC();

  /** Of a statement that reads an edition, which is the newest. */
  Freshness of(Edition edition, GovernedSql sql, Parameters parameters) {
    return words
        .in(sql.text(), parameters, edition.views())
        .map(ChangingWords::changing)
        .orElseGet(() -> of(edition));
  }

  private Freshness of(Edition edition) {
    return FileClock.isSettled(edition.state().writtenAt(), clock)
        ? new Freshness.Known(edition.state().word(), false)
        : new Freshness.Unsettled("The file was written to a moment ago");
  }
}
