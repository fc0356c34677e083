package dev.alidade.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TrinoServerTest {
  @Test
  void aWorkerStandsBesideTheCoordinator() throws SQLException {
    try (Connection connection = TrinoServer.shared().connect("tpch", "tiny");
        Statement statement = connection.createStatement();
        ResultSet nodes =
            statement.executeQuery(
                "SELECT coordinator, count(*) FROM system.runtime.nodes GROUP BY 1 ORDER BY 1")) {
      assertThat(nodes.next()).isTrue();
      assertThat(nodes.getBoolean(1)).isFalse();
      assertThat(nodes.getInt(2)).isEqualTo(1);
      assertThat(nodes.next()).isTrue();
      assertThat(nodes.getInt(2)).isEqualTo(1);
    }
  }
}
