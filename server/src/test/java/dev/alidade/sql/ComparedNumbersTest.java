package dev.alidade.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statements of one shape differ only in the whole numbers that something is compared with. */
class ComparedNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT * FROM t WHERE id = 17 | SELECT * FROM t WHERE id = #",
        "SELECT 5 FROM t WHERE a=1 AND b =2) | SELECT 5 FROM t WHERE a=# AND b =#)",
        "SELECT a FROM t WHERE a > 5 ORDER BY 1 LIMIT 2 | SELECT a FROM t WHERE a > # ORDER BY 1 LIMIT 2",
        "SELECT a <> 5, 6 <7, a >> 8 FROM t | SELECT a <> #, 6 <#, a >> # FROM t",
        "SELECT a <= 3, a != 4 FROM t LIMIT 5 | SELECT a <= #, a != # FROM t LIMIT 5",
      })
  void aShapeHasNoComparedNumbers(String sql, String shape) {
    assertThat(ComparedNumbers.shapeOf(sql)).contains(shape.replace('#', '\uFFFF'));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "SELECT a FROM t ORDER BY 1 LIMIT 2",
        "SELECT a FROM t WHERE a = -5",
        "SELECT a FROM t WHERE a < -5",
        "SELECT a FROM t WHERE a = 5.5",
        "SELECT a FROM t WHERE a = 5e5",
        "SELECT a FROM t WHERE a = 0x5",
        "SELECT a FROM t WHERE a = 010",
        "SELECT a FROM t WHERE a = 5_000",
        "SELECT a FROM t WHERE a = 5::text",
        "SELECT a FROM t WHERE a = 1234567890",
        "SELECT a FROM t WHERE a = 5 AND b = 'x'",
        "SELECT a FROM t WHERE a = 5 -- = 6",
        "SELECT a FROM t WHERE a = 5 /* b */",
        "SELECT a FROM \"t\" WHERE a = 5",
        "SELECT a FROM `t` WHERE a = 5",
        "SELECT a FROM t WHERE b = $$x$$ AND a = 5",
        "SELECT a FROM t WHERE b = ? AND a = 5",
        "SELECT a[1] FROM t WHERE a = 5",
      })
  void allElseHasNone(String sql) {
    assertThat(ComparedNumbers.shapeOf(sql)).isEmpty();
  }

  @Test
  void aStatementCannotPretendToBeAShape() {
    assertThat(ComparedNumbers.shapeOf("SELECT a FROM t WHERE a = \uFFFF AND b = 1")).isEmpty();
  }

  @Test
  void whatHasTheShapeOfAnotherIsNotJudgedAgain() {
    List<String> judged = new ArrayList<>();
    KeptInspections kept = KeptInspections.ofTrees();
    for (String sql : List.of("SELECT a = 1", "SELECT a = 2", "SELECT a = 2", "SELECT b = 2")) {
      Inspection found = kept.of(sql, () -> allowed(judged, sql, sql));
      assertThat(found.text()).contains(sql);
    }
    assertThat(judged).containsExactly("SELECT a = 1", "SELECT b = 2");
  }

  @Test
  void whatIsRefusedOrRewrittenIsJudgedEachTime() {
    List<String> judged = new ArrayList<>();
    KeptInspections kept = KeptInspections.ofTrees();
    for (String sql : List.of("SELECT a = 1", "SELECT a = 2")) {
      assertThat(kept.of(sql, () -> allowed(judged, sql, "(" + sql + ")")).text())
          .contains("(" + sql + ")");
    }
    for (String sql : List.of("DROP a = 1", "DROP a = 2")) {
      kept.of(sql, () -> refused(judged, sql));
    }
    assertThat(judged).hasSize(4);
  }

  @Test
  void aGateThatReadsEveryWordIsAskedForEach() {
    List<String> judged = new ArrayList<>();
    KeptInspections kept = new KeptInspections();
    for (String sql : List.of("SELECT a = 1", "SELECT a = 2", "SELECT a = 2")) {
      kept.of(sql, () -> allowed(judged, sql, sql));
    }
    assertThat(judged).containsExactly("SELECT a = 1", "SELECT a = 2");
  }

  private static Inspection allowed(List<String> judged, String sql, String text) {
    judged.add(sql);
    return new Inspection(
        Effect.READ, Optional.of(text), List.of(), List.of(), List.of(), List.of());
  }

  private static Inspection refused(List<String> judged, String sql) {
    judged.add(sql);
    return Inspection.refused(Effect.DDL, Reason.of(ErrorCode.NOT_READ_ONLY, "no: " + sql));
  }
}
