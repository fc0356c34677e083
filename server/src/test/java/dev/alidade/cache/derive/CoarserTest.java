package dev.alidade.cache.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Batch;
import dev.alidade.engine.ResultColumn;
import dev.alidade.engine.ResultRules;
import dev.alidade.engine.ResultRules.Scoped;
import dev.alidade.engine.RowBatch;
import dev.alidade.engine.TypedRules;
import dev.alidade.sql.DataType;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.TypeKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoarserTest {
  private static final String GROUPS = " FROM rows GROUP BY a, w";
  private static final String WHOLE =
      "SELECT a, w, count(*), sum(d) AS total, min(a) AS least, avg(d) AS middle" + GROUPS;
  private static final ResultRules RULES =
      new TypedRules(
          Set.of("integer"),
          Set.of(),
          Set.of("text"),
          Map.of("decimal", 5),
          TypedRules.Nulls.GREATEST);
  private static final Answer ROWS =
      answer(
          row(1, "east", 2, "1.50", 1),
          row(1, "west", 3, null, 1),
          row(2, "east", 1, "-0.25", 2),
          row(null, "west", 4, "10.00", null),
          row(2, "west", 5, "0.25", 2),
          row(null, null, 6, null, null));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SELECT count(*) FROM rows | 21",
        "SELECT sum(d) AS total, min(a) AS least FROM rows | 11.50 1",
        "SELECT a, count(*) FROM rows GROUP BY a ORDER BY a | 1 5, 2 6, null 10",
        "SELECT a, count(*) FROM rows GROUP BY 1 ORDER BY 1 DESC | null 10, 2 6, 1 5",
        "SELECT a, count(*) FROM rows GROUP BY a ORDER BY a NULLS FIRST | null 10, 1 5, 2 6",
        "SELECT count(*), a FROM rows GROUP BY a ORDER BY count(*) DESC LIMIT 2 | 10 null, 6 2",
        "SELECT w, sum(d) AS total FROM rows GROUP BY w | east 1.25, west 10.25, null null",
        "SELECT w, count(*) FROM rows WHERE a = 2 GROUP BY w | east 1, west 5",
        "SELECT count(*) FROM rows WHERE a > 7 | 0",
        "SELECT sum(d) AS total FROM rows WHERE a > 7 | null",
        "SELECT w FROM rows WHERE a > 7 GROUP BY w | ''",
        "SELECT avg(d) AS middle FROM rows WHERE a = 2 GROUP BY w, a | 9, 9",
        "SELECT count(*) FROM rows GROUP BY a | 5, 6, 10"
      })
  void groupsArePutTogether(String asked, String rows) {
    assertThat(shown(take(WHOLE, asked).orElseThrow())).isEqualTo(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT count(w) FROM rows",
        "SELECT avg(d) AS middle FROM rows",
        "SELECT COUNT(*) FROM rows",
        "SELECT count(*) AS n FROM rows",
        "SELECT count(*), count(*) FROM rows",
        "SELECT count(*) FROM others",
        "SELECT a, count(*) FROM rows",
        "SELECT a FROM rows",
        "SELECT a, count(*) FROM rows GROUP BY a, b",
        "SELECT a, count(*) FROM rows GROUP BY a HAVING count(*) > 1",
        "SELECT DISTINCT a, count(*) FROM rows GROUP BY a",
        "SELECT a, count(*) FROM rows GROUP BY ROLLUP (a)",
        "SELECT a, count(*) FROM rows GROUP BY a WITH ROLLUP",
        "SELECT a, count(*) FROM rows GROUP BY ALL",
        "SELECT a, count(*) FROM rows GROUP BY (1)",
        "SELECT a, count(*) FROM rows GROUP BY 2",
        "SELECT a, count(*) OVER () FROM rows GROUP BY a",
        "SELECT a, count(*) FILTER (WHERE a > 1) FROM rows GROUP BY a",
        "SELECT a, count(*) FROM rows GROUP BY a ORDER BY w",
        "SELECT a, count(*) FROM rows GROUP BY a ORDER BY a COLLATE x",
        "SELECT a, count(*) FROM rows WHERE w = 'west' GROUP BY a",
        "SELECT a, count(*) FROM rows WHERE b = 1 GROUP BY a",
        "SELECT w, count(*) FROM rows GROUP BY w ORDER BY w",
        "SELECT a, count(*) FROM rows GROUP BY a UNION SELECT 1, 2"
      })
  void whatIsNotSureIsNotTaken(String asked) {
    assertThat(take(WHOLE, asked)).as(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT a AS w, w AS v, count(*), sum(d) AS total, min(a) AS least, avg(d) AS middle",
        "SELECT a, w, count(*), sum(d) AS total, min(a) AS least, avg(d) AS a",
        "SELECT a, w x, count(*), sum(d) AS total, min(a) AS least, avg(d) AS middle",
        "SELECT a, w, count(*), sum(d) AS total, min(a) AS least, unnest(d) AS middle",
        "SELECT a, w, count(*), sum(d) AS total, min(a) AS least, max(series(1, d)) AS middle",
        "SELECT a, w, count(*), sum(d) AS total, min(a) AS least, d AS middle",
        "SELECT DISTINCT a, w, count(*), sum(d) AS total, min(a) AS least, avg(d) AS middle",
        "SELECT a, w, count(*), sum(d) AS total, min(a, w) AS least, avg(d) AS middle"
      })
  void whatMayShowOtherRowsIsNoWhole(String list) {
    assertThat(take(list + GROUPS, "SELECT count(*) FROM rows")).isEmpty();
  }

  @Test
  void aWholeMayLackNoGroup() {
    String asked = "SELECT count(*) FROM rows";
    assertThat(take(WHOLE + " LIMIT 6", asked)).isEmpty();
    assertThat(take(WHOLE + " LIMIT 7", asked)).isPresent();
    assertThat(take(WHOLE + " ORDER BY 1", asked)).isPresent();
    assertThat(take(WHOLE + " ORDER BY series(1, 2)", asked)).isEmpty();
    assertThat(take(WHOLE.replace("rows", "rows WHERE b = 1"), asked)).isEmpty();
  }

  @Test
  void aTighterConditionOnAKeyIsTaken() {
    String whole = WHOLE.replace("rows", "rows WHERE a < 3");
    String count = "SELECT count(*) FROM rows WHERE ";
    assertThat(shown(take(whole, count + "a < 2").orElseThrow())).isEqualTo("5");
    assertThat(shown(take(whole, count + "a IN (2, 1)").orElseThrow())).isEqualTo("11");
    assertThat(take(whole, count + "a < 4")).isEmpty();
    assertThat(take(whole, count + "b < 2")).isEmpty();
  }

  /** A collation may take them for the same; only groups that stand apart tell that none does. */
  @Test
  void textsThatStandBesideNothingCommonAreNotToldApart() {
    String asked = "SELECT w, count(*) FROM rows GROUP BY w";
    Answer apart = answer(row(1, "west", 2, null, 1), row(2, "West", 3, null, 2));
    assertThat(part(WHOLE, asked).take(apart, RULES)).isEmpty();
    Answer together =
        answer(row(1, "west", 2, null, 1), row(1, "West", 3, null, 1), row(2, "West", 1, null, 2));
    assertThat(shown(part(WHOLE, asked).take(together, RULES).orElseThrow()))
        .isEqualTo("west 2, West 4");
    Answer unreadable = answer(row(1, "we\uFFFDt", 2, null, 1), row(2, "we\uFFFDt", 3, null, 2));
    assertThat(part(WHOLE, asked).take(unreadable, RULES)).isEmpty();
    String hidden = "SELECT w, count(*) FROM rows GROUP BY w, a";
    assertThat(
            part(hidden, asked)
                .take(
                    new Answer(
                        List.of(column("w", TypeKind.TEXT), column("count(*)", TypeKind.INTEGER)),
                        List.of(
                            new RowBatch(List.of(new Object[] {"x", 1L}, new Object[] {"y", 2L})))),
                    RULES))
        .isEmpty();
  }

  @Test
  void textsKeepTheOrderOfTheEngine() {
    Answer ordered =
        answer(
            row(2, "b", 1, "1.00", 2),
            row(1, "b", 2, null, 1),
            row(1, "a", 3, null, 1),
            row(2, "a", 4, null, 2));
    String whole = WHOLE + " ORDER BY w DESC, total";
    String asked = "SELECT w, count(*) FROM rows GROUP BY w ORDER BY w";
    assertThat(shown(part(whole, asked + " DESC").take(ordered, RULES).orElseThrow()))
        .isEqualTo("b 3, a 7");
    assertThat(part(whole, asked).take(ordered, RULES)).isEmpty();
    assertThat(part(whole, asked + " DESC NULLS LAST").take(ordered, RULES)).isEmpty();
    assertThat(part(WHOLE, asked + " DESC").take(ordered, RULES)).isEmpty();
    String sums = "SELECT a, sum(d) AS total FROM rows GROUP BY a ORDER BY total";
    assertThat(part(WHOLE + " ORDER BY total", sums).take(ordered, RULES)).isEmpty();
  }

  @Test
  void aSumThatMayHaveNoRoomIsLeftToTheEngine() {
    Answer large = answer(row(1, "x", 1, "999.99", 1), row(2, "x", 1, "0.01", 1));
    assertThat(part(WHOLE, "SELECT sum(d) AS total FROM rows").take(large, RULES)).isEmpty();
    Answer room = answer(row(1, "x", 1, "999.98", 1), row(2, "x", 1, "0.01", 1));
    assertThat(part(WHOLE, "SELECT sum(d) AS total FROM rows").take(room, RULES)).isPresent();
  }

  @Test
  void valuesThatStandWhereTheyDoNotBelongAreNotPutTogether() {
    Answer odd = answer(row("one", "x", 1, null, 1), row("two", "x", 1, null, 1));
    assertThat(part(WHOLE, "SELECT a, count(*) FROM rows GROUP BY a").take(odd, RULES)).isEmpty();
    assertThat(part(WHOLE, "SELECT count(*) FROM rows").take(odd, RULES)).isPresent();
  }

  private static Optional<Answer> take(String whole, String asked) {
    return find(whole, asked).flatMap(part -> part.take(ROWS, RULES));
  }

  private static Part part(String whole, String asked) {
    return find(whole, asked).orElseThrow();
  }

  private static Optional<Part> find(String whole, String asked) {
    return read(whole).flatMap(one -> read(asked).flatMap(other -> Part.of(one, other)));
  }

  private static Optional<Shape> read(String sql) {
    return Shape.of(new Scoped("", sql), LexicalRules.STANDARD);
  }

  private static String shown(Answer answer) {
    return answer.batches().stream()
        .flatMap(
            batch -> IntStream.range(0, batch.rows()).mapToObj(row -> shown(answer, batch, row)))
        .collect(Collectors.joining(", "));
  }

  private static String shown(Answer answer, Batch batch, int row) {
    return IntStream.range(0, answer.columns().size())
        .mapToObj(column -> String.valueOf(batch.value(column, row)))
        .collect(Collectors.joining(" "));
  }

  private static Answer answer(Object[]... rows) {
    return new Answer(
        List.of(
            column("a", TypeKind.INTEGER),
            column("w", TypeKind.TEXT),
            column("count(*)", TypeKind.INTEGER),
            column("total", TypeKind.DECIMAL),
            column("least", TypeKind.INTEGER),
            column("middle", TypeKind.FLOAT)),
        List.of(new RowBatch(List.of(rows))));
  }

  private static Object[] row(Object a, String w, long count, String total, Object least) {
    return new Object[] {
      number(a), w, count, total == null ? null : new BigDecimal(total), number(least), 9
    };
  }

  private static Object number(Object value) {
    return value instanceof Integer whole ? (Object) whole.longValue() : value;
  }

  private static ResultColumn column(String name, TypeKind kind) {
    return new ResultColumn(name, new DataType(kind, kind.name()));
  }
}
