package dev.alidade.cache.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.ResultRules.Scoped;
import dev.alidade.sql.LexicalRules;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {
  @Test
  void theLimitAtTheEndIsTakenOff() {
    Shape shape = read("SELECT a FROM t ORDER BY a\n limit 10 ;");
    assertThat(shape.stem()).isEqualTo("SELECT a FROM t ORDER BY a");
    assertThat(shape.limit()).isEqualTo(OptionalLong.of(10));
    assertThat(read("WITH u AS (SELECT 1 LIMIT 2) SELECT * FROM u").limit()).isEmpty();
    assertThat(read("SELECT 'x LIMIT 3' FROM t").limit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a FROM t LIMIT 10 OFFSET 5",
        "SELECT a FROM t LIMIT 5, 10",
        "SELECT a FROM t LIMIT 10 + 1",
        "SELECT a FROM t LIMIT -1",
        "SELECT a FROM t LIMIT 0x10",
        "SELECT a FROM t LIMIT 1e1",
        "SELECT a FROM t LIMIT 10 ROWS EXAMINED 20",
        "SELECT a FROM t LIMIT 10 PERCENT",
        "SELECT a FROM t LIMIT ALL",
        "SELECT a FROM t LIMIT ?",
        "SELECT a FROM t LIMIT (10)",
        "SELECT a FROM t LIMIT 9999999999999999999",
        "SELECT * FROM (SELECT a FROM t LIMIT 10)",
        "SELECT a FROM t WHERE a IN (SELECT b FROM u LIMIT 10)"
      })
  void whatIsNoPlainLimitAtTheEndStays(String sql) {
    assertThat(read(sql).stem()).isEqualTo(sql);
    assertThat(read(sql).limit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "EXPLAIN SELECT a FROM t LIMIT 10",
        "(SELECT a FROM t) LIMIT 10",
        "SELECT a FROM t -- LIMIT 9\n LIMIT 10",
        "SELECT a FROM t /* x */ LIMIT 10",
        "SELECT a FROM t /*! WHERE a = 1 */ LIMIT 10",
        "SELECT a FROM t # x\n LIMIT 10",
        "SELECT E'\\' LIMIT 10",
        "SELECT $$ LIMIT 10",
        "SELECT `a LIMIT 10",
        "SELECT [a' FROM t LIMIT 10",
        "SELECT 'a FROM t LIMIT 10",
        "SELECT a FROM t; SELECT b FROM t LIMIT 10",
        "SELECT a\u00a0FROM t LIMIT 10",
        "SELECT größe FROM t LIMIT 10",
        "SELECT a\u2003FROM t LIMIT 10",
        "SELECT a FROM t\u0000 LIMIT 10"
      })
  void whatCouldBeReadOtherwiseIsNotRead(String sql) {
    assertThat(Shape.of(new Scoped("", sql), LexicalRules.STANDARD)).isEmpty();
  }

  @Test
  void whatIsQuotedMayHoldAnyLetter() {
    assertThat(read("SELECT \"größe\" FROM t WHERE w = 'süd' LIMIT 3").limit())
        .isEqualTo(OptionalLong.of(3));
  }

  private static Shape read(String sql) {
    return Shape.of(new Scoped("", sql), LexicalRules.STANDARD).orElseThrow();
  }
}
