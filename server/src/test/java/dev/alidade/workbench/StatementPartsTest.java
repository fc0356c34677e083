package dev.alidade.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.sql.LexicalRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementPartsTest {
  private static List<StatementPart> parts(String sql) {
    return StatementParts.of(sql, LexicalRules.STANDARD);
  }

  private static List<String> kinds(String sql) {
    return parts(sql).stream().map(part -> part.kind() + " " + part.label()).toList();
  }

  private static String count(String sql, int part) {
    return parts(sql).get(part).count(sql).replaceAll("\\s+", " ");
  }

  @Test
  void joinsAreCountedOneByOneAndThenTheFilter() {
    String sql =
        "SELECT a.x, count(*) FROM a LEFT OUTER JOIN b ON a.id = b.id, c JOIN d USING (id) "
            + "WHERE a.x IN ('FROM', 'JOIN') GROUP BY a.x ORDER BY 2";
    assertThat(kinds(sql))
        .containsExactly(
            "FROM FROM a",
            "JOIN LEFT OUTER JOIN b ON a.id = b.id",
            "JOIN , c",
            "JOIN JOIN d USING (id)",
            "WHERE WHERE a.x IN ('FROM', 'JOIN')",
            "RESULT ");
    assertThat(count(sql, 1))
        .isEqualTo("SELECT count(*) AS row_count FROM a LEFT OUTER JOIN b ON a.id = b.id");
    assertThat(count(sql, 4)).endsWith("JOIN d USING (id) WHERE a.x IN ('FROM', 'JOIN')");
    assertThat(count(sql, 5)).startsWith("SELECT count(*) AS row_count FROM (SELECT a.x, count(*)");
  }

  @Test
  void whatWithNamesRunsWithThoseBeforeIt() {
    String sql =
        "WITH one AS (SELECT 1 AS n), two (m) AS NOT MATERIALIZED (SELECT n FROM one WHERE n > 0) "
            + "SELECT * FROM two";
    assertThat(kinds(sql))
        .containsExactly("CTE one", "FROM FROM one", "WHERE WHERE n > 0", "CTE two", "RESULT ");
    assertThat(count(sql, 0))
        .isEqualTo("WITH one AS (SELECT 1 AS n) SELECT count(*) AS row_count FROM one");
    assertThat(count(sql, 1))
        .isEqualTo("WITH one AS (SELECT 1 AS n) SELECT count(*) AS row_count FROM one");
    assertThat(count(sql, 3))
        .isEqualTo(
            "WITH one AS (SELECT 1 AS n), two (m) AS NOT MATERIALIZED (SELECT n FROM one WHERE n > 0)"
                + " SELECT count(*) AS row_count FROM two");
    assertThat(parts(sql)).extracting(StatementPart::depth).containsExactly(0, 1, 1, 0, 0);
  }

  @Test
  void whatCallsItselfIsNotTakenApart() {
    String sql =
        "WITH RECURSIVE up AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM up WHERE n < 5) SELECT n FROM up";
    assertThat(kinds(sql)).containsExactly("CTE up", "RESULT ");
    assertThat(count(sql, 0)).startsWith("WITH RECURSIVE up AS (");
  }

  @Test
  void queriesInBracketsAndBranchesAreParts() {
    String sql =
        "SELECT (SELECT max(x) FROM t) FROM (SELECT * FROM a) AS s "
            + "UNION ALL SELECT extract(year FROM d) FROM b WHERE EXISTS (SELECT 1 FROM c) ORDER BY 1";
    assertThat(kinds(sql))
        .containsExactly(
            "SUBQUERY SELECT max(x) FROM t",
            "SUBQUERY SELECT * FROM a",
            "BRANCH ",
            "SUBQUERY SELECT 1 FROM c",
            "FROM FROM b",
            "WHERE WHERE EXISTS (SELECT 1 FROM c)",
            "BRANCH ",
            "RESULT ");
    assertThat(count(sql, 6)).contains("EXISTS (SELECT 1 FROM c) ) AS counted");
  }

  @Test
  void anyTextIsCutWithoutAFailure() {
    for (String sql :
        List.of(
            "",
            ";",
            "(",
            ")",
            "SELECT",
            "WITH",
            "WITH a",
            "WITH a AS (",
            "FROM",
            "SELECT (((",
            "SELECT 'open",
            "WITH a AS (SELECT 1",
            "SELECT 1 UNION",
            "UNION UNION SELECT 1 FROM",
            "SELECT * FROM a JOIN",
            "SELECT * FROM JOIN JOIN WHERE WHERE",
            "( ( SELECT 1 ) )")) {
      assertThat(parts(sql)).as(sql).isNotNull();
    }
  }

  @Test
  void bracketsAreFollowedToADepthOnly() {
    String sql = "SELECT * FROM " + "(SELECT * FROM ".repeat(50) + "t" + ")".repeat(50);
    assertThat(parts(sql).size()).isLessThan(12);
  }
}
