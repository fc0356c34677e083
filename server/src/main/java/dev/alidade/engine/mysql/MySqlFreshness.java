package dev.alidade.engine.mysql;

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
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * InnoDB's log position tells whether a statement would give the same rows: every change of a
 * transaction, and its end, moves it.
 *
 * <p>A transaction's end is in the log shortly before others see it, so a position counts only once
 * it has stood still for a while.
 */
final class MySqlFreshness {
  /** Of the functions and words that a statement may use, those that go by more than the data. */
  static final Set<String> WORDS =
      Set.of(
          "curdate(",
          "current_date",
          "current_time",
          "current_timestamp",
          "curtime(",
          "information_schema",
          "localtime",
          "localtimestamp",
          "mysql",
          "now(",
          "performance_schema",
          "rand(",
          "sys",
          "sysdate",
          "tablesample",
          "unix_timestamp(",
          "utc_date",
          "utc_time",
          "utc_timestamp",
          "uuid(");

  private static final Duration STILL = Duration.ofSeconds(1);
  private static final String POSITION =
      "SHOW GLOBAL STATUS WHERE Variable_name IN"
          + " ('Innodb_lsn_current', 'Innodb_redo_log_current_lsn')";

  private final ServerConnections connections;
  private final boolean severalHosts;
  private final Supplier<List<String>> databases;
  private final ChangingWords words = new ChangingWords(WORDS);
  private final SharedAnswer<Position> position;
  private volatile Position last = new Position("", 0);
  private volatile Known known = new Known("", ChangingWords.Names.NONE);

  /** A position, and since when it has been the same; in nanoseconds of this process. */
  private record Position(String word, long since) {}

  /** What the databases with such a word have views and tables of other engines by the name of. */
  private record Known(String word, ChangingWords.Names relations) {}

  /** {@code databases} are those that the source shows. */
  MySqlFreshness(
      ServerConnections connections, boolean severalHosts, Supplier<List<String>> databases) {
    this.connections = connections;
    this.severalHosts = severalHosts;
    this.databases = databases;
    this.position = new SharedAnswer<>(this::look);
  }

  Freshness of(GovernedSql sql, Parameters parameters) {
    Optional<String> word = words.in(sql.text(), parameters, ChangingWords.Names.NONE);
    if (word.isPresent()) {
      return ChangingWords.changing(word.get());
    }
    if (severalHosts) {
      return new Freshness.Unknown("Replicas may each be at another state");
    }
    Position now = position.get();
    if (now.word().isEmpty()) {
      return new Freshness.Unknown("The server does not tell the position of its log");
    }
    if (System.nanoTime() - now.since() < STILL.toNanos()) {
      return new Freshness.Unsettled("The database was written to a moment ago");
    }
    return words
        .in(sql.text(), parameters, relations(now.word()))
        .map(ChangingWords::changing)
        .orElseGet(() -> new Freshness.Known(now.word(), true));
  }

  /** Only one thread at a time looks. */
  private Position look() {
    String word = connections.call(this::position);
    if (!word.equals(last.word())) {
      // Taken after the answer, so that it has stood still for longer than is counted.
      last = new Position(word, System.nanoTime());
    }
    return last;
  }

  private ChangingWords.Names relations(String word) {
    Known now = known;
    if (!now.word().equals(word)) {
      List<String> shown = databases.get();
      now =
          new Known(
              word,
              ChangingWords.Names.of(connections.call(connection -> made(connection, shown))));
      known = now;
    }
    return now.relations();
  }

  private String position(Connection connection) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(POSITION)) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2));
      }
    }
    // Another source may read another database of the same server.
    return found.isEmpty() ? "" : found + " " + databases.get();
  }

  private static List<String> made(Connection connection, List<String> databases)
      throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?"
                + " AND (TABLE_TYPE <> 'BASE TABLE' OR ENGINE IS NULL OR ENGINE <> 'InnoDB')")) {
      for (String database : databases) {
        statement.setString(1, database);
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            names.add(rows.getString(1));
          }
        }
      }
    }
    return names;
  }
}
