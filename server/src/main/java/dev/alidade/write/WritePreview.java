package dev.alidade.write;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import dev.alidade.query.ColumnLabel;
import java.util.List;
import java.util.Objects;

/**
 * What a write would do, tried and rolled back.
 *
 * @param tables those it reads or changes
 */
public record WritePreview(
    @Headline(1) @Description("The table whose rows it changes") String table,
    @Headline(2) @Description("How many rows it touches") long rowsTouched,
    @Headline(3)
        @Description(
            "Columns of the rows shown; `new ...` is what becomes of a column of that name")
        List<ColumnLabel> columns,
    @Headline(4) @Description("A few of the rows, as they are before or would be inserted")
        List<List<Object>> rows,
    @Description("The statement as it would run") String sql,
    List<String> tables) {
  public WritePreview {
    Objects.requireNonNull(table, "table");
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    Objects.requireNonNull(sql, "sql");
    tables = List.copyOf(tables);
  }

  /** The same for somebody who may not see the rows. */
  WritePreview withoutRows() {
    return new WritePreview(table, rowsTouched, List.of(), List.of(), sql, tables);
  }
}
