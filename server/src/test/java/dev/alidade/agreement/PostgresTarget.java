package dev.alidade.agreement;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.postgres.PostgresEngineFactory;
import dev.alidade.engine.postgres.PostgresServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;

/** Copies in databases of the PostgreSQL server that tests share. */
record PostgresTarget(PostgresServer server) implements TargetEngine {
  @Override
  public EngineFactory factory() {
    return new PostgresEngineFactory();
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
      public Connection reader() throws SQLException {
        Connection connection = writer();
        connection.setAutoCommit(false);
        return connection;
      }

      @Override
      public SourceDefinition source(String name) {
        return server.source(name, database);
      }
    };
  }

  @Override
  public String typeOf(ColumnForm column) {
    return switch (column.kind()) {
      case BOOLEAN -> "boolean";
      case INTEGER -> "bigint";
      case DECIMAL -> "numeric(%d, %d)".formatted(column.length(), column.scale());
      case FLOAT -> "double precision";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp";
      case BINARY -> "bytea";
      case TEXT, TIME, TIMESTAMP_TZ, INTERVAL, UUID, JSON, LIST, STRUCT, MAP, OTHER ->
          "text COLLATE \"C\"";
    };
  }

  @Override
  public String literal(Object value) {
    return value instanceof byte[] bytes
        ? "decode('" + HexFormat.of().formatHex(bytes) + "', 'hex')"
        : TargetEngine.super.literal(value);
  }
}
