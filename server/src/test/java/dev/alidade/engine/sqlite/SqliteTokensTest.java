package dev.alidade.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.sqlite.SqliteToken.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SqliteTokensTest {
  @Test
  void textsAreCutAsTheEngineCutsThem() {
    assertThat(texts("SELECT a.b,'it''s',\"x\"\"y\",[a;b],`c` FROM t;--x\n;"))
        .containsExactly(
            "SELECT",
            "a",
            ".",
            "b",
            ",",
            "'it''s'",
            ",",
            "\"x\"\"y\"",
            ",",
            "[a;b]",
            ",",
            "`c`",
            "FROM",
            "t",
            ";",
            ";");
    assertThat(texts("1.5e-3+.5 x'ab' 0x1F a->>'b' a||b <>!= ==<<>="))
        .containsExactly(
            "1.5e-3", "+", ".5", "x'ab'", "0x1F", "a", "->>", "'b'", "a", "||", "b", "<>", "!=",
            "==", "<<", ">=");
    assertThat(texts("? ?12 :a @b $c::d(e;f) größe$1"))
        .containsExactly("?", "?12", ":a", "@b", "$c::d(e;f)", "größe$1");
    assertThat(texts("a/*;*/b--;\nc/")).containsExactly("a", "b", "c", "/");
    assertThat(texts("a /*/ ; */ b /* ; ")).containsExactly("a", "b");
    assertThat(texts("\uFEFFa\fb\tc\r\nd")).containsExactly("a", "b", "c", "d");
  }

  @Test
  void whatNobodyClosesIsIllegal() {
    for (String text : List.of("'abc", "\"abc", "`abc", "[abc", "x'ab", "$a(b c", "!", "^", "{")) {
      assertThat(SqliteTokens.of(text).getFirst().kind()).as(text).isEqualTo(Kind.ILLEGAL);
    }
  }

  @Test
  void everyTextIsCutWithoutLossAndEnds() {
    Random random = new Random(7);
    String letters = "ab1.eE+-*/'\"`[];()$:?@#x \n\t\u000B<>=!|&~^é😀";
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(20);
      for (int index = 0; index < length; index++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      int position = 0;
      for (SqliteToken token : SqliteTokens.of(text.toString())) {
        assertThat(token.start()).as(text.toString()).isGreaterThanOrEqualTo(position);
        assertThat(token.text()).as(text.toString()).isNotEmpty();
        position = token.end();
      }
      assertThat(position).isLessThanOrEqualTo(text.length());
    }
  }

  private static List<String> texts(String sql) {
    return SqliteTokens.of(sql).stream().map(SqliteToken::text).toList();
  }
}
