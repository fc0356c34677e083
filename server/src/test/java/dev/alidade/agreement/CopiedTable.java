package dev.alidade.agreement;

import java.util.List;
import java.util.Objects;

/**
 * A table to be copied into several engines, whole.
 *
 * @param rows Long, BigDecimal, Double, String, LocalDate, LocalDateTime, Boolean, byte[] or null,
 *     as the columns' forms say
 */
public record CopiedTable(
    String name,
    List<ColumnForm> columns,
    List<String> primaryKey,
    List<Reference> references,
    List<Object[]> rows) {
  /** A foreign key that the copied rows satisfy. */
  public record Reference(List<String> columns, String table, List<String> targetColumns) {
    public Reference {
      columns = List.copyOf(columns);
      targetColumns = List.copyOf(targetColumns);
    }
  }

  public CopiedTable {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    primaryKey = List.copyOf(primaryKey);
    references = List.copyOf(references);
    rows = List.copyOf(rows);
  }
}
