package dev.alidade.agreement;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.mysql.MariaDbServer;
import dev.alidade.engine.mysql.MySqlFactory;
import java.sql.Connection;
import java.sql.SQLException;

/** Copies in databases of the MariaDB server that tests share. */
record MariaDbTarget(MariaDbServer server) implements TargetEngine {
  private static final int LONGEST_KEY = 500;

  @Override
  public EngineFactory factory() {
    return MySqlFactory.mySql();
  }

  @Override
  public Target create(String label) {
    String database = server.createDatabase();
    return new Target() {
      @Override
      public Connection writer() throws SQLException {
        return server.connect(database);
      }

      @Override
      public SourceDefinition source(String name) {
        return server.source(name, database);
      }
    };
  }

  @Override
  public String quote(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }

  @Override
  public String typeOf(ColumnForm column) {
    return switch (column.kind()) {
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(%d, %d)".formatted(column.length(), column.scale());
      case FLOAT -> "DOUBLE";
      case DATE -> "DATE";
      case TIMESTAMP -> "DATETIME(6)";
      case BINARY -> "LONGBLOB";
      case TEXT, TIME, TIMESTAMP_TZ, INTERVAL, UUID, JSON, LIST, STRUCT, MAP, OTHER ->
          (column.length() <= LONGEST_KEY
                  ? "VARCHAR(%d)".formatted(Math.max(1, column.length()))
                  : "LONGTEXT")
              + " CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin";
    };
  }

  @Override
  public String text(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
  }
}
