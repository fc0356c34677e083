package dev.alidade.agreement;

import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.EngineFile;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** Copies in SQLite files: decimals are kept as doubles, dates as ISO text. */
record SqliteTarget(Path folder) implements TargetEngine {
  @Override
  public EngineFactory factory() {
    return new SqliteEngineFactory();
  }

  @Override
  public Target create(String label) {
    return new FileTarget(EngineFile.SQLITE, EngineFile.SQLITE.in(folder, label));
  }

  @Override
  public String typeOf(ColumnForm column) {
    return switch (column.kind()) {
      case BOOLEAN -> "BOOLEAN";
      case INTEGER -> "INTEGER";
      case DECIMAL -> "DECIMAL(%d, %d)".formatted(column.length(), column.scale());
      case FLOAT -> "REAL";
      case DATE -> "DATE";
      case TIMESTAMP -> "TIMESTAMP";
      case BINARY -> "BLOB";
      case TEXT, TIME, TIMESTAMP_TZ, INTERVAL, UUID, JSON, LIST, STRUCT, MAP, OTHER -> "TEXT";
    };
  }

  @Override
  public String literal(Object value) {
    return value instanceof LocalDate || value instanceof LocalDateTime
        ? text(value.toString().replace('T', ' '))
        : TargetEngine.super.literal(value);
  }
}
