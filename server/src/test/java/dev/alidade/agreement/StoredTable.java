package dev.alidade.agreement;

import dev.alidade.engine.Column;
import dev.alidade.engine.ForeignKey;
import dev.alidade.engine.Table;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** A table of SQLite as it is stored, and the forms that its columns get elsewhere. */
final class StoredTable {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})(\\.0)?");

  private final Table table;
  private final List<Object[]> rows;
  private final List<ColumnForm> forms = new ArrayList<>();

  private StoredTable(Table table, List<Object[]> rows) {
    this.table = table;
    this.rows = rows;
    for (int column = 0; column < table.columns().size(); column++) {
      forms.add(new StoredColumn(table.columns().get(column), values(column)).form());
    }
  }

  static StoredTable read(Table table, Statement statement) throws SQLException {
    List<Object[]> stored = new ArrayList<>();
    String name = "\"" + table.name().table().replace("\"", "\"\"") + "\"";
    try (ResultSet rows = statement.executeQuery("SELECT * FROM " + name)) {
      while (rows.next()) {
        Object[] row = new Object[table.columns().size()];
        for (int column = 0; column < row.length; column++) {
          Object value = rows.getObject(column + 1);
          row[column] = value instanceof Integer small ? (Object) (long) small : value;
        }
        stored.add(row);
      }
    }
    return new StoredTable(table, stored);
  }

  /**
   * SQLite joins the text 12 with the number 12, other engines do not; so both sides of a declared
   * foreign key become integers where all their values are.
   */
  static void alignTypes(ForeignKey key, Map<TableName, StoredTable> tables) {
    StoredTable from = tables.get(key.from());
    StoredTable to = tables.get(key.to());
    for (int index = 0; from != null && to != null && index < key.columns().size(); index++) {
      int left = from.place(key.columns().get(index));
      int right = to.place(key.toColumns().get(index));
      boolean differ =
          left >= 0 && right >= 0 && from.forms.get(left).kind() != to.forms.get(right).kind();
      if (differ && from.isWhole(left) && to.isWhole(right)) {
        from.makeWhole(left);
        to.makeWhole(right);
      }
    }
  }

  List<String> primaryKey() {
    return table.primaryKey();
  }

  CopiedTable copied(List<String> primaryKey) {
    List<Object[]> copies = new ArrayList<>();
    for (Object[] row : rows) {
      Object[] copy = new Object[row.length];
      for (int column = 0; column < row.length; column++) {
        copy[column] = StoredColumn.value(row[column], forms.get(column));
      }
      copies.add(copy);
    }
    return new CopiedTable(table.name().table(), forms, primaryKey, List.of(), copies);
  }

  private int place(String column) {
    return table.columns().stream().map(Column::name).toList().indexOf(column);
  }

  private List<Object> values(int column) {
    List<Object> values = new ArrayList<>();
    rows.forEach(row -> values.add(row[column]));
    return values;
  }

  private boolean isWhole(int column) {
    return values(column).stream()
        .filter(Objects::nonNull)
        .allMatch(value -> !(value instanceof byte[]) && WHOLE.matcher(value.toString()).matches());
  }

  private void makeWhole(int column) {
    forms.set(column, ColumnForm.of(forms.get(column).name(), TypeKind.INTEGER));
    for (Object[] row : rows) {
      row[column] =
          row[column] == null ? null : (Object) new BigDecimal(row[column].toString()).longValue();
    }
  }
}
