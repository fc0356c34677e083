package dev.alidade.engine.mysql;

import dev.alidade.engine.jdbc.ServerConnections;
import dev.alidade.engine.jdbc.ServerSettings;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which server it is that answers, and how its sessions read: what instances must have in common.
 */
final class MySqlIdentity {
  /** Made when the server was first started: MySQL's word, and MariaDB's. */
  private static final Set<String> OF_SERVER = Set.of("server_uuid", "server_uid");

  /** What tells one server from another beside it, and what gives other rows to the same text. */
  private static final Predicate<String> TELLING =
      Pattern.compile(
              "hostname|port|datadir|version|server_id|sql_.*|character_set_.*|collation_.*"
                  + "|default_collation.*|.*time_zone|lc_time_names|group_concat_max_len"
                  + "|div_precision_increment|max_sort_length|default_week_format"
                  + "|lower_case_table_names|old|old_mode|max_join_size|block_encryption_mode"
                  + "|explicit_defaults_for_timestamp|ft_.*|.*_sort_length|eq_range.*|min_examined.*")
          .asMatchPredicate();

  private final ServerConnections connections;
  private final ServerSettings settings;
  private final MySqlTypes types;

  MySqlIdentity(ServerConnections connections, ServerSettings settings, MySqlTypes types) {
    this.connections = connections;
    this.settings = settings;
    this.types = types;
  }

  /** The words; none where the server has no name of its own, or there are several. */
  Optional<String> words() {
    return settings.hosts().size() > 1 ? Optional.empty() : connections.call(this::read);
  }

  private Optional<String> read(Connection connection) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    boolean named = false;
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SHOW SESSION VARIABLES")) {
      while (rows.next()) {
        String name = rows.getString(1);
        boolean names = OF_SERVER.contains(name) && !rows.getString(2).isBlank();
        named |= names;
        if (names || TELLING.test(name)) {
          found.put(name, rows.getString(2));
        }
      }
    }
    return named ? Optional.of(asked(connection) + " " + found) : Optional.empty();
  }

  private String asked(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT CONCAT_WS(' ', CURRENT_USER(), DATABASE())")) {
      row.next();
      return "%s %s %s".formatted(settings.hosts(), row.getString(1), types);
    }
  }
}
