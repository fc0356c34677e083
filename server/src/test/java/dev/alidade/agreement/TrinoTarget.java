package dev.alidade.agreement;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.trino.TrinoFactory;
import dev.alidade.engine.trino.TrinoServer;
import java.sql.Connection;
import java.sql.SQLException;

/** Copies in schemas of the memory catalog of the Trino that tests share; it has no keys. */
record TrinoTarget(TrinoServer server) implements TargetEngine {
  @Override
  public EngineFactory factory() {
    return new TrinoFactory();
  }

  @Override
  public Target create(String label) {
    String schema = server.createSchema();
    return new Target() {
      @Override
      public Connection writer() throws SQLException {
        return server.connect("memory", schema);
      }

      @Override
      public SourceDefinition source(String name) {
        return server.source(name, "memory", schema);
      }
    };
  }

  @Override
  public RowWriter writer() {
    return new JsonWriter(this);
  }

  @Override
  public boolean hasKeys() {
    return false;
  }

  @Override
  public String typeOf(ColumnForm column) {
    return switch (column.kind()) {
      case BOOLEAN -> "boolean";
      case INTEGER -> "bigint";
      case DECIMAL -> "decimal(%d, %d)".formatted(column.length(), column.scale());
      case FLOAT -> "double";
      case DATE -> "date";
      case TIMESTAMP -> "timestamp(6)";
      case BINARY -> "varbinary";
      case TEXT, TIME, TIMESTAMP_TZ, INTERVAL, UUID, JSON, LIST, STRUCT, MAP, OTHER -> "varchar";
    };
  }
}
