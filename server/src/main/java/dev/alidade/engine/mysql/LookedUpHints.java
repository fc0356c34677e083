package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.jdbc.ServerConnections;
import dev.alidade.sql.TableName;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Looks names up on the server after a statement failed, where a connection is free for it. */
final class LookedUpHints implements Hints {
  private static final int MOST_TABLES = 20;

  // Who asks holds the connection of the failed statement: one at a time cannot starve the pool.
  private final Semaphore oneAtATime = new Semaphore(1);
  private ServerConnections connections;
  private SourceFacts facts;

  /** Says where to look, once, before the first failure. */
  void lookUpBy(ServerConnections allConnections, SourceFacts sourceFacts) {
    connections = allConnections;
    facts = sourceFacts;
  }

  @Override
  public List<String> tables() {
    return ask(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return ServerFacts.tables(statement, facts.known().database());
          }
        });
  }

  @Override
  public List<String> columns(List<TableName> tables) {
    if (tables.isEmpty()) {
      return List.of();
    }
    return ask(connection -> columns(connection, tables));
  }

  private List<String> columns(Connection connection, List<TableName> tables) throws SQLException {
    MySqlDialect dialect = new MySqlDialect();
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement()) {
      for (TableName table : tables.subList(0, Math.min(MOST_TABLES, tables.size()))) {
        // One table a query: the server then opens no other.
        try (ResultSet rows =
            statement.executeQuery(
                "SELECT COLUMN_NAME FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = %s AND TABLE_NAME = %s"
                    .formatted(
                        dialect.literal(table.schema().orElse(facts.known().database())),
                        dialect.literal(table.table())))) {
          while (rows.next()) {
            names.add(rows.getString(1));
          }
        }
      }
    }
    return names;
  }

  private List<String> ask(ServerConnections.Work<List<String>> work) {
    boolean free =
        connections.pools().stream().anyMatch(pool -> pool.inUse() < pool.most())
            && oneAtATime.tryAcquire();
    if (!free) {
      return List.of();
    }
    try {
      return connections.call(work);
    } catch (AlidadeException notNow) {
      return List.of();
    } finally {
      oneAtATime.release();
    }
  }
}
