package dev.alidade.engine.duckdb.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of the engine's memory is what the driver gives cell by cell. */
class VectorSourceTest {
  private static final String ROWS =
      """
      SELECT %s FROM range(5000) AS r (i)""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "i; (i % 100)::TINYINT; (i - 2500)::SMALLINT; (i * -400000)::INTEGER; i * 1844674407370955",
        "(i % 256)::UTINYINT; (i * 13)::USMALLINT; (i * 858993)::UINTEGER; (i::UBIGINT * 3689348814741910)",
        "(i % 2 = 0)::BOOLEAN; (i % 3 = 0) OR NULL",
        "(i / 100 - 20)::DECIMAL(4,2); (i * -7 / 100.0)::DECIMAL(9,2); (i * 10000000000::BIGINT)::DECIMAL(18,4); (i * -1e20)::DECIMAL(38,10); 7::DECIMAL(3,0)",
        "i / 7.0::DOUBLE; (i / 7.0)::FLOAT; 'nan'::DOUBLE; '-inf'::FLOAT; -0.0::DOUBLE",
        "DATE '2020-02-28' + i::INTEGER; DATE '0001-01-01 (BC)' - i::INTEGER; DATE '5881580-07-10'; DATE 'infinity'; DATE '-infinity'",
        "TIMESTAMP '1969-12-31 23:59:59.999999' - to_microseconds(i * 1000003); TIMESTAMP '294247-01-10 04:00:54.775806'; TIMESTAMP '290309-12-22 (BC) 00:00:00'; TIMESTAMP 'infinity'",
        "TIMESTAMPTZ '2024-03-31 01:30:00+02' + to_seconds(i * 997); TIMESTAMPTZ '-infinity'",
        "TIMESTAMP_NS '2024-01-01 00:00:00.000000001' ; TIMESTAMP_MS '2024-01-01 00:00:00.001'; TIMESTAMP_S '2024-01-01 00:00:01'",
        "repeat('xyz', (i % 90)::INTEGER); repeat('ä日😀', (i % 9)::INTEGER); ''; chr(0) || 'n'; i::VARCHAR || ' is the number of a row that is long'",
        "'{\"n\": 1}'::JSON; (i * 1e15)::HUGEINT; (i * 1e15)::UHUGEINT"
      })
  void everyTypeIsReadAsCellByCell(String expressions) throws SQLException {
    List<String> nullable = new ArrayList<>();
    for (String expression : List.of(expressions.split("; ", -1))) {
      nullable.add(
          "CASE WHEN i % 11 = 3 OR i BETWEEN 2040 AND 2200 THEN NULL ELSE " + expression + " END");
      nullable.add(expression);
    }
    String sql = ROWS.formatted(String.join(", ", nullable));
    assertThat(byVectors(sql)).isEqualTo(byCells(sql));
  }

  private static List<List<Object>> byVectors(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (DuckDBConnection connection = connect();
        var statement = connection.prepare(sql)) {
      List<ResultColumn> columns = Session.columnsOf(statement.getMetaData());
      assertThat(columns).allMatch(column -> ColumnBuilder.reads(column.type()));
      try (VectorSource source = new VectorSource(statement.query(), columns)) {
        for (Optional<Batch> batch = source.read(3_000, () -> false);
            batch.isPresent();
            batch = source.read(3_000, () -> false)) {
          for (int row = 0; row < batch.get().rows(); row++) {
            Object[] cells = new Object[columns.size()];
            for (int column = 0; column < cells.length; column++) {
              cells[column] = batch.get().value(column, row);
              assertThat(batch.get().isNull(column, row)).isEqualTo(cells[column] == null);
            }
            rows.add(Arrays.asList(cells));
          }
        }
      }
    }
    return rows;
  }

  private static List<List<Object>> byCells(String sql) throws SQLException {
    List<List<Object>> rows = new ArrayList<>();
    try (DuckDBConnection connection = connect();
        var statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      List<ResultColumn> columns = Session.columnsOf(result.getMetaData());
      while (result.next()) {
        Object[] cells = new Object[columns.size()];
        for (int column = 0; column < cells.length; column++) {
          cells[column] = RowValues.read(result, column + 1, columns.get(column).type());
        }
        rows.add(Arrays.asList(cells));
      }
    }
    return rows;
  }

  private static DuckDBConnection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("jdbc_stream_results", "true");
    return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
  }
}
