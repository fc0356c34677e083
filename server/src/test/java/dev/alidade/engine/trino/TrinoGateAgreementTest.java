package dev.alidade.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.trino.gate.GateLists;
import dev.alidade.safety.SharedData;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.TableName;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the gate says of a statement is what the cluster does with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrinoGateAgreementTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private EngineProbe tiny;

  @BeforeAll
  void open() {
    tiny = TrinoSources.tiny();
  }

  @AfterAll
  void close() {
    tiny.engine().close();
  }

  @Test
  void everyHarmlessStatementRuns() {
    for (String sql : GateLists.harmless()) {
      assertThat(tiny.rows(sql)).as(sql).isNotNull();
    }
  }

  @Test
  void theClusterReadsNoTableThatTheGateDoesNotName() throws SQLException, IOException {
    try (Connection connection = TrinoServer.shared().connect("tpch", "tiny");
        Statement statement = connection.createStatement()) {
      for (String sql : GateLists.harmless()) {
        Inspection inspection = tiny.inspect(sql);
        assertThat(inspection.tables())
            .as(sql)
            .containsAll(read(statement, inspection.text().orElseThrow()));
      }
    }
  }

  @Test
  void theQueriesOfTpcHRunInTrinosWords() throws IOException {
    String text = Files.readString(SharedData.at("sql-dialects/tpc-h/tpc-h.sql"));
    List<String> queries = new ArrayList<>();
    String[] parts = text.split(";\\s*\\n", -1);
    // Each query is followed by the same one as an optimizer would write it.
    for (int index = 0; index < parts.length; index += 2) {
      if (!parts[index].isBlank()) {
        queries.add(inTrinosWords(parts[index]));
      }
    }
    assertThat(queries).hasSize(22);
    for (String sql : queries) {
      assertThat(tiny.rows(sql)).as(sql).isNotNull();
    }
  }

  @Test
  void aNameOfWithIsMeantWhereverTheGateSaysSo() {
    String schema = TrinoServer.shared().createSchema();
    TrinoServer.shared()
        .run(
            schema,
            List.of(
                "CREATE TABLE payroll (salary integer)",
                "INSERT INTO payroll VALUES (5000)",
                "CREATE TABLE one (x integer)",
                "INSERT INTO one VALUES (1)"));
    EngineProbe memory = TrinoSources.memory(schema);
    for (String sql :
        List.of(
            "SELECT salary FROM payroll",
            "TABLE payroll",
            "SELECT (SELECT max(salary) FROM payroll) FROM one",
            "SELECT x FROM one WHERE x IN (SELECT salary FROM payroll)",
            "SELECT x FROM one WHERE EXISTS (SELECT 1 FROM payroll WHERE salary = x)",
            "SELECT t.salary FROM one JOIN payroll t ON t.salary = (SELECT min(salary) FROM payroll)",
            "SELECT * FROM one, LATERAL (SELECT salary FROM payroll WHERE salary = x)",
            "SELECT * FROM one CROSS JOIN UNNEST((SELECT array_agg(salary) FROM payroll)) AS t (y)",
            "SELECT x FROM one UNION ALL SELECT salary FROM payroll",
            "SELECT x FROM one ORDER BY (SELECT max(salary) FROM payroll)",
            "SELECT x FROM one GROUP BY x HAVING count(*) <= (SELECT max(salary) FROM payroll)",
            "SELECT sum(x) FILTER (WHERE x IN (SELECT salary FROM payroll)) FROM one",
            "SELECT CASE WHEN 1 = (SELECT max(salary) FROM payroll) THEN 'ours' ELSE '5000' END",
            "WITH inner_name AS (SELECT * FROM payroll) SELECT * FROM inner_name",
            "WITH RECURSIVE r (n) AS (SELECT salary FROM payroll UNION ALL SELECT n + 1 FROM r"
                + " WHERE n < 3) SELECT * FROM r",
            "SELECT * FROM TABLE(exclude_columns(input => TABLE(SELECT salary, 1 AS y FROM payroll),"
                + " columns => DESCRIPTOR(y)))",
            "SELECT * FROM (SELECT salary FROM payroll) MATCH_RECOGNIZE (MEASURES a.salary AS s"
                + " PATTERN (a) DEFINE a AS true)")) {
      String query =
          sql.startsWith("WITH RECURSIVE")
              ? "WITH payroll AS (SELECT 1 AS salary) SELECT * FROM (" + sql + ")"
              : sql.startsWith("WITH ")
                  ? sql.replaceFirst("WITH ", "WITH payroll AS (SELECT 1 AS salary), ")
                  : "WITH payroll AS (SELECT 1 AS salary) " + sql;
      assertThat(memory.inspect(query).tables())
          .as(query)
          .doesNotContain(TableName.of(schema, "payroll"));
      assertThat(memory.rows(query).toString()).as(query).doesNotContain("5000");
    }
    memory.engine().close();
  }

  /** Trino compares no date with a text, and its texts are called varchar. */
  private static String inTrinosWords(String sql) {
    return sql.replaceAll("(?i)(?:date )?('\\d{4}-\\d\\d-\\d\\d')", "DATE $1")
        .replaceAll("(?i)\\bas string\\b", "AS varchar");
  }

  private static Set<TableName> read(Statement statement, String sql)
      throws SQLException, IOException {
    try (ResultSet answer = statement.executeQuery("EXPLAIN (TYPE IO, FORMAT JSON) " + sql)) {
      answer.next();
      Set<TableName> tables = new HashSet<>();
      for (JsonNode input : JSON.readTree(answer.getString(1)).path("inputTableColumnInfos")) {
        JsonNode table = input.path("table").path("schemaTable");
        tables.add(TableName.of(table.path("schema").asText(), table.path("table").asText()));
      }
      return tables;
    }
  }
}
