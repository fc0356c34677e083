package dev.alidade.engine.mysql;

import dev.alidade.engine.ServerInfo;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Which of the two products answers, as the handshake of a connection told. */
record Product(boolean isMariaDb, String version) {
  static Product of(Connection connection) throws SQLException {
    DatabaseMetaData told = connection.getMetaData();
    return new Product(
        told.getDatabaseProductName().equalsIgnoreCase("MariaDB"),
        told.getDatabaseProductVersion());
  }

  ServerInfo info() {
    return new ServerInfo(isMariaDb ? "MariaDB" : "MySQL", version);
  }
}
