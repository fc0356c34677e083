package dev.alidade.agreement;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Copies tables into a database of one engine. */
public final class TableLoader {
  private final TargetEngine engine;

  /** A loader for copies in {@code engine}. */
  public TableLoader(TargetEngine engine) {
    this.engine = engine;
  }

  /** Copies tables that come after those they refer to. */
  public void load(TargetEngine.Target target, List<CopiedTable> tables) {
    try (Connection connection = target.writer();
        Statement statement = connection.createStatement()) {
      if (engine.hasKeys()) {
        connection.setAutoCommit(false);
      }
      for (CopiedTable table : tables) {
        statement.execute(creation(table));
        engine.writer().write(table, connection);
      }
      if (engine.hasKeys()) {
        connection.commit();
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private String creation(CopiedTable table) {
    List<String> parts = new ArrayList<>();
    for (ColumnForm column : table.columns()) {
      parts.add(engine.quote(column.name()) + " " + engine.typeOf(column));
    }
    if (engine.hasKeys() && !table.primaryKey().isEmpty()) {
      parts.add("PRIMARY KEY (%s)".formatted(names(table.primaryKey())));
    }
    for (CopiedTable.Reference reference : table.references()) {
      if (engine.hasKeys()) {
        parts.add(
            "FOREIGN KEY (%s) REFERENCES %s (%s)"
                .formatted(
                    names(reference.columns()),
                    engine.quote(reference.table()),
                    names(reference.targetColumns())));
      }
    }
    return "CREATE TABLE %s (%s)".formatted(engine.quote(table.name()), String.join(", ", parts));
  }

  private String names(List<String> columns) {
    return columns.stream().map(engine::quote).collect(Collectors.joining(", "));
  }
}
