package dev.alidade.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

class KeptConnectionsTest {
  @TempDir private Path folder;
  private KeptConnections connections;

  @BeforeEach
  void create() throws SQLException {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + folder.resolve("store.sqlite"));
    connections = new KeptConnections(source);
    run("CREATE TABLE t (a)");
  }

  @Test
  void aConnectionIsUsedAgain() throws SQLException {
    Connection first = connections.openConnection();
    connections.closeConnection(first);
    assertThat(connections.openConnection()).isSameAs(first);
    assertThat(connections.openConnection()).isNotSameAs(first);
  }

  @Test
  void oneThatWasLeftWithinATransactionIsNot() throws SQLException {
    Connection left = connections.openConnection();
    left.setAutoCommit(false);
    try (Statement statement = left.createStatement()) {
      statement.execute("INSERT INTO t VALUES (1)");
    }
    connections.closeConnection(left);
    assertThat(left.isClosed()).isTrue();
    run("INSERT INTO t VALUES (2)");
    Connection closed = connections.openConnection();
    closed.close();
    connections.closeConnection(closed);
    assertThat(connections.openConnection().isClosed()).isFalse();
  }

  @Test
  void noMoreThanFourWait() throws SQLException {
    List<Connection> open = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      open.add(connections.openConnection());
    }
    for (Connection one : open) {
      connections.closeConnection(one);
    }
    int closed = 0;
    for (Connection one : open) {
      closed += one.isClosed() ? 1 : 0;
    }
    assertThat(closed).isEqualTo(2);
  }

  private void run(String sql) throws SQLException {
    Connection connection = connections.openConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
    connections.closeConnection(connection);
  }
}
