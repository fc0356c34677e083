package dev.alidade.engine.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Parameters;
import dev.alidade.sql.LexicalRules;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundTextTest {
  @Test
  void namesAndNumbersBecomeQuestionMarks() {
    assertThat(named("SELECT $a, :b, $a, ':b', x::int", Map.of("a", 1L, "b", 2L)))
        .isEqualTo(new BoundText("SELECT ?, ?, ?, ':b', x::int", List.of(1L, 2L, 1L)));
    assertThat(positional("SELECT $2, $1", "one", "two"))
        .isEqualTo(new BoundText("SELECT ?, ?", List.of("two", "one")));
    assertThat(positional("SELECT ?, '?', ?", 1L, null))
        .isEqualTo(new BoundText("SELECT ?, '?', ?", Arrays.asList(1L, null)));
  }

  @Test
  void whatIsMissingOrTooMuchIsNamed() {
    assertThat(failure(() -> positional("SELECT ?, ?", 1L))).hasMessageContaining("number 2");
    assertThat(failure(() -> positional("SELECT ?", 1L, 2L))).hasMessageContaining("2 values");
    assertThat(failure(() -> positional("SELECT $name", 1L))).hasMessageContaining("`name`");
    AlidadeException missing = failure(() -> named("SELECT\n $regoin", Map.of("region", 1L)));
    assertThat(missing).hasMessageContaining("`regoin`").hasMessageContaining("`region`");
    assertThat(missing.location().orElseThrow().line()).isEqualTo(2);
    assertThat(failure(() -> named("SELECT $a", Map.of("a", 1L, "b", 2L))))
        .hasMessageContaining("`b`");
    assertThat(failure(() -> named("SELECT ?", Map.of("a", 1L)))).hasMessageContaining("$name");
  }

  private static BoundText named(String sql, Map<String, Object> values) {
    return BoundText.of(sql, LexicalRules.STANDARD, new Parameters.Named(values));
  }

  private static BoundText positional(String sql, Object... values) {
    return BoundText.of(
        sql, LexicalRules.STANDARD, new Parameters.Positional(Arrays.asList(values)));
  }

  private static AlidadeException failure(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    AlidadeException failure = catchThrowableOfType(AlidadeException.class, work);
    assertThat(failure.code()).isEqualTo(ErrorCode.PARAMETER_INVALID);
    return failure;
  }
}
