package dev.alidade.cache.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultRules;
import dev.alidade.engine.ResultRules.Scoped;
import dev.alidade.engine.RowBatch;
import dev.alidade.engine.TypedRules;
import dev.alidade.sql.DataType;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarrowedTest {
  private static final String WHOLE = "SELECT id, a, d, t, w FROM rows";
  private static final ResultRules RULES =
      new TypedRules(
          Set.of("integer", "decimal", "date"),
          Set.of("hugeint"),
          Set.of("text"),
          Map.of("hugeint", 38, "decimal", 38),
          TypedRules.Nulls.LAST);
  private static final Answer ROWS =
      new Answer(
          List.of(
              column("id", TypeKind.INTEGER),
              column("a", TypeKind.INTEGER),
              column("d", TypeKind.DECIMAL),
              column("t", TypeKind.DATE),
              column("w", TypeKind.TEXT)),
          List.of(
              new RowBatch(
                  List.of(
                      row(1, 3L, "1.50", "2024-01-01", "west"), row(2, null, "1.5", null, "West"))),
              new RowBatch(List.<Object[]>of(row(3, -4L, "-2.25", "2024-02-29", null)))));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = 3 | 1",
        "a <> 3 | 3",
        "a != 3 | 3",
        "a<=-4 | 3",
        "a IS NULL | 2",
        "(a IS NOT NULL) | 1,3",
        "a IN (-4, 9, 3) | 1,3",
        "a BETWEEN -4 AND 2 AND id > 0 | 3",
        "((a > -9) AND (a < 0)) | 3",
        "d = 1.5 | 1,2",
        "d < 0 | 3",
        "t >= DATE '2024-01-02' | 3",
        "t = '2024-01-01' | 1",
        "t = CAST('2024-01-01' AS DATE) | 1",
        "a = 99 | ''"
      })
  void rowsThatFulfilMoreArePicked(String condition, String ids) {
    Optional<Answer> taken = take(WHOLE, WHOLE + " WHERE " + condition);
    assertThat(ids(taken.orElseThrow())).isEqualTo(ids);
  }

  @Test
  void conditionsOfTheWholeMayStandInAnyOrder() {
    String some = WHOLE + " WHERE w = 'x' AND id BETWEEN 1 AND 3 ORDER BY id LIMIT 10";
    assertThat(
            ids(
                take(
                        some,
                        WHOLE
                            + " WHERE a = 3 AND (id BETWEEN 1 AND 3 AND w = 'x') ORDER BY id LIMIT 1")
                    .orElseThrow()))
        .isEqualTo("1");
    assertThat(take(some, WHOLE + " WHERE a = 3 AND w = 'x' ORDER BY id")).isEmpty();
    assertThat(take(some.replace("10", "3"), some.replace("WHERE", "WHERE a = 3 AND"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "w = 'west'",
        "w IS NULL",
        "a = 2.5",
        "a = 1e2",
        "a = '3'",
        "a = 9999999999999999999",
        "a = b",
        "a + 1 = 4",
        "a = 3 OR id = 1",
        "NOT a = 3",
        "a < = 3",
        "b = 3",
        "r.a = 3",
        "t = '2024-02-30'",
        "t > '2024-1-1'",
        "a IN (SELECT a FROM other)",
        "a = ?",
        "a = 3 || 4"
      })
  void whatIsNotSureIsNotTaken(String condition) {
    assertThat(take(WHOLE, WHOLE + " WHERE " + condition)).as(condition).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT DISTINCT id, a, d, t, w FROM rows",
        "SELECT id, a, d, t, count(w) FROM rows",
        "SELECT id, a, d, t, count(w) OVER () FROM rows",
        "SELECT id, a, d, t, w FROM rows HAVING a > 0",
        "SELECT id, a, d, t, w FROM rows UNION SELECT id, a, d, t, w FROM others",
        "SELECT id, a, d, t, w FROM rows LIMIT 3",
        "SELECT id, a, d, t, w FROM rows OFFSET 1",
        "SELECT id, b AS a, d, t, w FROM rows",
        "SELECT id, b a, d, t, w FROM rows",
        "SELECT id, a + 1 AS a, d, t, w FROM rows",
        "SELECT id, a, d, t, a AS w FROM rows",
        "SELECT * FROM rows, others",
        "SELECT * FROM rows STRAIGHT_JOIN others",
        "SELECT rows.*, w FROM rows",
        "WITH rows AS (SELECT 1) SELECT id, a, d, t, w FROM rows"
      })
  void conditionsGoThroughNothingElse(String whole) {
    String more =
        whole.contains("HAVING")
            ? whole.replace("FROM rows", "FROM rows WHERE a = 3")
            : whole.replaceFirst("( LIMIT| OFFSET|$)", " WHERE a = 3$1");
    assertThat(take(whole, more)).as(more).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a < 9 | a < 3 | 3",
        "a <= 3 | a = 3 | 1",
        "a BETWEEN -4 AND 9 | a IN (3, -4) | 1,3",
        "a BETWEEN -9 AND 9 | a > -4 AND a < 5 | 1",
        "a IS NOT NULL | a <> 3 | 3",
        "a <> 5 | a < 3 AND id > 0 | 3",
        "a IN (3, 4) | a = 3 | 1",
        "t > '2024-01-15' | t > '2024-02-01' | 3"
      })
  void tighterConditionsPickRows(String wider, String tighter, String ids) {
    Optional<Answer> taken = take(WHOLE + " WHERE " + wider, WHOLE + " WHERE " + tighter);
    assertThat(ids(taken.orElseThrow())).isEqualTo(ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a < 3 | a < 4",
        "a < 3 | a <= 3",
        "a < 3 | id < 2",
        "a < 2.5 | a < 1",
        "a < b | a < 1",
        "a IN (3, 4) | a > 2",
        "a BETWEEN 1 AND 5 | a < 5",
        "a IS NULL | a < 5",
        "t < '2024-02-01' | t < '2024-2-1'",
        "w < 'x' | w < 'a'"
      })
  void whatIsNotSurelyTighterIsNotTaken(String wider, String other) {
    assertThat(take(WHOLE + " WHERE " + wider, WHOLE + " WHERE " + other)).isEmpty();
  }

  @Test
  void aStarShowsTheColumnsOfOneRelation() {
    String star = "SELECT * FROM (SELECT id, a, d, t, 'x' AS w FROM rows) AS r";
    assertThat(ids(take(star, star + " WHERE a = 3").orElseThrow())).isEqualTo("1");
    assertThat(ids(take(star, star + " WHERE \"a\" = 3").orElseThrow())).isEqualTo("1");
    assertThat(take(star, star + " WHERE \"A\" = 3")).isEmpty();
    assertThat(take(star, star + " WHERE r.a = 3")).isEmpty();
  }

  @Test
  void valuesThatStandWhereTheyDoNotBelongAreNotCompared() {
    Answer odd =
        new Answer(
            ROWS.columns(),
            List.of(new RowBatch(List.<Object[]>of(row(1, "three", "1", null, "w")))));
    assertThat(part(WHOLE, WHOLE + " WHERE a = 3").orElseThrow().take(odd, RULES)).isEmpty();
  }

  private static Optional<Answer> take(String whole, String asked) {
    return part(whole, asked).flatMap(part -> part.take(ROWS, RULES));
  }

  private static Optional<Part> part(String whole, String asked) {
    return read(whole).flatMap(one -> read(asked).flatMap(other -> Part.of(one, other)));
  }

  private static Optional<Shape> read(String sql) {
    return Shape.of(new Scoped("", sql), LexicalRules.STANDARD);
  }

  private static String ids(Answer answer) {
    List<String> ids = new ArrayList<>();
    answer
        .batches()
        .forEach(
            batch -> {
              for (int row = 0; row < batch.rows(); row++) {
                ids.add(batch.value(0, row).toString());
              }
            });
    return String.join(",", ids);
  }

  private static Object[] row(long id, Object a, String d, String t, String w) {
    return new Object[] {id, a, new BigDecimal(d), t == null ? null : LocalDate.parse(t), w};
  }

  private static ResultColumn column(String name, TypeKind kind) {
    return new ResultColumn(name, new DataType(kind, kind.name()));
  }
}
