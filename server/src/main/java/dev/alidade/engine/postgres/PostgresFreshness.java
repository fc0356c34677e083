package dev.alidade.engine.postgres;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.ChangingWords;
import dev.alidade.engine.Freshness;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.jdbc.ServerConnections;
import dev.alidade.engine.jdbc.SharedAnswer;
import dev.alidade.policy.GovernedSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The server's snapshot tells whether a statement would give the same rows: it names the
 * transactions that are visible, and no change is without one (PostgreSQL, section 9.27.12).
 */
final class PostgresFreshness {
  /** Of the functions and words that a statement may use, those that go by more than the data. */
  static final Set<String> WORDS =
      Set.of(
          "age(",
          "array_sample(",
          "array_shuffle(",
          "clock_timestamp(",
          "current_catalog",
          "current_date",
          "current_role",
          "current_schema",
          "current_time",
          "current_timestamp",
          "current_user",
          "gen_random_uuid(",
          "information_schema",
          "localtime",
          "localtimestamp",
          "now",
          "random(",
          "random_normal(",
          "session_user",
          "statement_timestamp(",
          "tablesample",
          "timeofday(",
          "today",
          "tomorrow",
          "transaction_timestamp(",
          "user",
          "uuidv4(",
          "uuidv7(",
          "yesterday");

  private static final Pattern ESCAPED = Pattern.compile("\\\\|[uU]&");

  private final ServerConnections connections;
  private final boolean severalHosts;
  private final ChangingWords.Names ownFunctions;
  private final ChangingWords words = new ChangingWords(WORDS);
  private final SharedAnswer<Optional<String>> version;
  private volatile boolean cannotTell;
  private volatile Known known = new Known("", ChangingWords.Names.NONE);

  /** What the database with such a word has views and tables with rules of their own. */
  private record Known(String word, ChangingWords.Names relations) {}

  /** {@code ownFunctions} may be called, whatever they do. */
  PostgresFreshness(ServerConnections connections, boolean severalHosts, Set<String> ownFunctions) {
    this.connections = connections;
    this.severalHosts = severalHosts;
    this.ownFunctions = ChangingWords.Names.of(ownFunctions);
    this.version =
        new SharedAnswer<>(
            () -> connections.call(connection -> word(connection, CatalogQueries.DATA_VERSION)));
  }

  Freshness of(GovernedSql sql, Parameters parameters) {
    Optional<String> word = words.in(sql.text(), parameters, ownFunctions);
    if (word.isPresent()) {
      return ChangingWords.changing(word.get());
    }
    if (words.of(sql.text()).stream().anyMatch(name -> name.startsWith("pg_"))) {
      return new Freshness.Changing("It may read what the server tells of itself");
    }
    if (ESCAPED.matcher(sql.text()).find()) {
      return new Freshness.Changing("Escapes may spell any word");
    }
    if (severalHosts) {
      return new Freshness.Unknown("Replicas may each be at another state");
    }
    return cannotTell ? unknown() : now(sql, parameters);
  }

  /** The word of all that is committed now; none where some lies on other servers. */
  Optional<String> version() {
    return version.get();
  }

  /** Which database of which cluster it is, as a session sees it; none where there are replicas. */
  Optional<String> identity() {
    return severalHosts || cannotTell
        ? Optional.empty()
        : connections.call(connection -> word(connection, CatalogQueries.IDENTITY));
  }

  private Freshness now(GovernedSql sql, Parameters parameters) {
    Optional<String> current;
    try {
      current = version();
    } catch (AlidadeException failure) {
      // Others that speak the protocol have no snapshots.
      cannotTell = failure.code() == ErrorCode.ENGINE_FAILED;
      return unknown();
    }
    if (current.isEmpty()) {
      return new Freshness.Unknown("Some of its tables lie on other servers");
    }
    return words
        .in(sql.text(), parameters, relations(current.get()))
        .map(ChangingWords::changing)
        .orElseGet(() -> new Freshness.Known(current.get(), true));
  }

  private ChangingWords.Names relations(String word) {
    Known now = known;
    if (!now.word().equals(word)) {
      now = new Known(word, ChangingWords.Names.of(connections.call(PostgresFreshness::made)));
      known = now;
    }
    return now.relations();
  }

  private static Freshness unknown() {
    return new Freshness.Unknown("The server does not tell its snapshot");
  }

  private static Optional<String> word(Connection connection, String query) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(query);
        ResultSet row = statement.executeQuery()) {
      return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
    }
  }

  private static List<String> made(Connection connection) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(CatalogQueries.MADE);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }
}
