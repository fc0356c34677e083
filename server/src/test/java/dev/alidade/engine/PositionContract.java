package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import org.junit.jupiter.api.Test;

/** A failure points at the character of the text that the caller wrote. */
interface PositionContract extends EngineFixture {
  String BEFORE = "SELECT '😀 größe' AS a, -- 😀 ✓\n  id,\n\t'\uD83D\uDE00' AS b,\n  ";

  @Test
  default void anUnknownColumnIsPointedAt() {
    String sql = BEFORE + "amuont FROM orders";
    pointsAt(sql, "amuont", ErrorCode.COLUMN_NOT_FOUND);
  }

  @Test
  default void anUnknownTableIsPointedAt() {
    String sql = BEFORE + "amount\nFROM /* 😀 */ ordrs WHERE id = 1";
    pointsAt(sql, "ordrs", ErrorCode.TABLE_NOT_FOUND);
  }

  @Test
  default void anUnknownFunctionIsPointedAt() {
    String sql = BEFORE + "uper(note)\nFROM orders";
    pointsAt(sql, "uper", ErrorCode.FUNCTION_NOT_FOUND);
  }

  @Test
  default void aSyntaxErrorBehindEmojiIsPointedAt() {
    String sql = BEFORE + "amount\nFROM orders\nWHERE id = = 3";
    AlidadeException failure = probe().failure(sql);
    assertThat(failure.code()).isEqualTo(ErrorCode.SYNTAX_ERROR);
    Location location = failure.location().orElseThrow();
    assertThat(location).isEqualTo(Location.of(sql, location.offset()));
    assertThat(location.offset()).isBetween(sql.lastIndexOf("= ="), sql.lastIndexOf("3"));
  }

  @Test
  default void aQualifiedColumnIsPointedAt() {
    String sql = BEFORE + "o.amount FROM orders o\nWHERE o.colour = 'red'";
    AlidadeException failure = probe().failure(sql);
    assertThat(failure.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
    if (can(Capability.ERROR_POSITION)) {
      Location location = failure.location().orElseThrow();
      assertThat(location).isEqualTo(Location.of(sql, location.offset()));
      assertThat(location.offset()).isBetween(sql.indexOf("o.colour"), sql.indexOf("colour"));
    }
  }

  private void pointsAt(String sql, String word, ErrorCode code) {
    AlidadeException failure = probe().failure(sql);
    assertThat(failure.code()).isEqualTo(code);
    if (can(Capability.ERROR_POSITION)) {
      assertThat(failure.location()).contains(Location.of(sql, sql.indexOf(word)));
      return;
    }
    // Without the engine's word the name may still be found, but never a wrong place.
    failure
        .location()
        .ifPresent(place -> assertThat(place).isEqualTo(Location.of(sql, sql.indexOf(word))));
  }
}
