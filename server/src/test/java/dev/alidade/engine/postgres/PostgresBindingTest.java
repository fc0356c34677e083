package dev.alidade.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.jdbc.BoundText;
import dev.alidade.engine.postgres.gate.StatementText;
import dev.alidade.policy.GovernedSqlMaker;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is sent is what was checked, with values in the places that the caller meant. */
class PostgresBindingTest {
  @Test
  void placeholdersAreToldFromOperators() {
    sends("SELECT ? + ?, a=? FROM t LIMIT ?", "SELECT $1 + $2, a=$3 FROM t LIMIT $4");
    sends("SELECT a ? 'k', b ?| c, d ?& e, j @? '$.a', f(x) ? y", "= same");
    sends("SELECT a ? ?, (a) ? ?, a[1] ? ?", "SELECT a ? $1, (a) ? $2, a[1] ? $3");
    sends("SELECT ?::int, ?||?, -?", "SELECT $1::int, $2||$3, -$4");
    sends("SELECT * FROM t LIMIT?", "SELECT * FROM t LIMIT $1");
    sends("SELECT '?', \"?\", $$?$$, E'\\'?', /* ? /* ? */ ? */ 1 -- ?", "= same");
    sends("SELECT $a, :b, $a, x::int, y[1:n]", "SELECT $1, $2, $3, x::int, y[1:n]");
    sends("SELECT $2, $1", "SELECT $1, $2");
  }

  @Test
  void theDriverSendsWhatWasChecked() throws IOException {
    for (String list : List.of("analyst.sql", "payroll.sql")) {
      for (String sql : lines(list)) {
        String one = sql.replaceAll("^ ?; |;$", "");
        StatementText text = StatementText.of(one);
        boolean named = text.slots().stream().anyMatch(slot -> slot.matches("[a-z]+"));
        Parameters values =
            named
                ? new Parameters.Named(Map.of("order", 1L, "note", "x"))
                : new Parameters.Positional(Collections.nCopies(text.slots().size(), 1L));
        assertThatCode(
                () -> new PostgresBinding().bind(GovernedSqlMaker.forge("contract", one), values))
            .as(one)
            .doesNotThrowAnyException();
      }
    }
  }

  @Test
  void textsThatTheDriverReadsOtherwiseAreRefused() {
    for (String sql :
        List.of(
            "SELECT 1; SELECT 2",
            "SELECT 1; DELETE FROM orders",
            "SELECT 1 /* ; */; /* */ DELETE FROM orders",
            "SELECT 'a'; COMMIT")) {
      assertThat(refusal(sql)).as(sql).isEqualTo(ErrorCode.SQL_DENIED);
    }
    for (String sql :
        List.of("COMMIT", "ROLLBACK", "SET x = 1", "", "{call f()}", "BEGIN; SELECT 1")) {
      assertThat(refusal(sql)).as(sql).isEqualTo(ErrorCode.NOT_READ_ONLY);
    }
  }

  @Test
  void valuesFollowTheirPlaceholders() {
    BoundText named =
        new PostgresBinding()
            .bind(
                GovernedSqlMaker.forge("contract", "SELECT $b, $a, $b"),
                new Parameters.Named(Map.of("a", 1L, "b", 2L)));
    assertThat(named.values()).containsExactly(2L, 1L, 2L);
    BoundText numbered =
        new PostgresBinding()
            .bind(
                GovernedSqlMaker.forge("contract", "SELECT $2, $1"),
                new Parameters.Positional(List.of(1L, 2L)));
    assertThat(numbered.values()).containsExactly(2L, 1L);
  }

  @Test
  void aMissingValueIsPointedAt() {
    AlidadeException failure =
        catchThrowableOfType(
            AlidadeException.class,
            () ->
                new PostgresBinding()
                    .bind(
                        GovernedSqlMaker.forge("contract", "SELECT '?',\n $b"),
                        new Parameters.Named(Map.of("a", 1L))));
    assertThat(failure.code()).isEqualTo(ErrorCode.PARAMETER_INVALID);
    assertThat(failure.location().orElseThrow().line()).isEqualTo(2);
    assertThat(failure.location().orElseThrow().column()).isEqualTo(2);
  }

  private static void sends(String written, String sent) {
    assertThat(StatementText.of(written).sent()).isEqualTo(sent.equals("= same") ? written : sent);
  }

  private static ErrorCode refusal(String sql) {
    return catchThrowableOfType(
            AlidadeException.class,
            () ->
                new PostgresBinding()
                    .bind(GovernedSqlMaker.forge("contract", sql), Parameters.NONE))
        .code();
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream file =
        PostgresBindingTest.class.getResourceAsStream("/engine/postgres/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }
}
