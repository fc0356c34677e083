package dev.alidade.agreement;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.EngineFile;
import dev.alidade.engine.duckdb.DuckDbFactory;
import java.nio.file.Path;

/** Copies in DuckDB files. */
record DuckDbTarget(Path folder) implements TargetEngine {
  @Override
  public EngineFactory factory() {
    return new DuckDbFactory();
  }

  @Override
  public Target create(String label) {
    return new FileTarget(EngineFile.DUCKDB, EngineFile.DUCKDB.in(folder, label));
  }

  @Override
  public String typeOf(ColumnForm column) {
    return switch (column.kind()) {
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "BIGINT";
      case DECIMAL -> "DECIMAL(%d, %d)".formatted(column.length(), column.scale());
      case FLOAT -> "DOUBLE";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
      case BINARY -> "BLOB";
      case TEXT, TIME, TIMESTAMP_TZ, INTERVAL, UUID, JSON, LIST, STRUCT, MAP, OTHER -> "VARCHAR";
    };
  }

  @Override
  public RowWriter writer() {
    return new AppenderWriter();
  }
}
