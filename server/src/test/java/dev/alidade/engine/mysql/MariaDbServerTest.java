package dev.alidade.engine.mysql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MariaDbServerTest {
  @Test
  void aServerCanBeKilledAndStartedAgain() throws SQLException {
    try (MariaDbServer server = MariaDbServer.own("--lower-case-table-names=1")) {
      String database = server.createDatabase();
      server.runStandard(database, List.of("CREATE TABLE \"T\" (a INTEGER)"));
      server.kill();
      assertThatThrownBy(() -> server.connect(database)).isInstanceOf(SQLException.class);
      server.start();
      try (Connection connection = server.connect(database);
          ResultSet tables = connection.createStatement().executeQuery("SHOW TABLES")) {
        assertThat(tables.next()).isTrue();
        assertThat(tables.getString(1)).isEqualTo("t");
      }
    }
  }
}
