package dev.alidade.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.sql.SqlToken.Kind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LexerTest {
  private static final LexicalRules GENEROUS =
      new LexicalRules(false, true, true, false, false, false, true, false, false);
  private static final LexicalRules BACKSLASHES =
      new LexicalRules(true, false, false, true, true, false, false, true, true);

  @Test
  void cutsWordsNumbersAndSymbols() {
    assertThat(texts("SELECT a.b, 1.5e-3 FROM t WHERE x<>0xFF", LexicalRules.STANDARD))
        .containsExactly(
            "SELECT", "a", ".", "b", ",", "1.5e-3", "FROM", "t", "WHERE", "x", "<", ">", "0xFF");
    assertThat(texts("1-2", LexicalRules.STANDARD)).containsExactly("1", "-", "2");
    assertThat(texts("0x1e-2", LexicalRules.STANDARD)).containsExactly("0x1e", "-", "2");
  }

  @Test
  void quotesEndWhereTheEngineEndsThem() {
    assertThat(texts("'a''b' \"c\"\"d\"", LexicalRules.STANDARD))
        .containsExactly("'a''b'", "\"c\"\"d\"");
    assertThat(texts("'a\\' OR b", LexicalRules.STANDARD)).containsExactly("'a\\'", "OR", "b");
    assertThat(texts("'a\\' OR b'", BACKSLASHES)).containsExactly("'a\\' OR b'");
    assertThat(texts("E'\\' OR b' x", GENEROUS)).containsExactly("E'\\' OR b'", "x");
    assertThat(texts("$a$ ' $$ $a$ x", GENEROUS)).containsExactly("$a$ ' $$ $a$", "x");
    assertThat(kinds("\"text\"", BACKSLASHES)).containsExactly(Kind.STRING);
  }

  @Test
  void commentsAreLeftOut() {
    assertThat(texts("a -- b\nc /* d /* e */ f", LexicalRules.STANDARD))
        .containsExactly("a", "c", "f");
    assertThat(texts("a /* d /* e */ f */ g", GENEROUS)).containsExactly("a", "g");
    assertThat(texts("1--1 # x\n-- y", BACKSLASHES)).containsExactly("1", "-", "-", "1");
  }

  @Test
  void parametersAreNotCasts() {
    assertThat(kinds("x::int", GENEROUS)).doesNotContain(Kind.PARAMETER);
    assertThat(kinds("? $name $1 :other", GENEROUS)).containsOnly(Kind.PARAMETER).hasSize(4);
  }

  @Test
  void whatNeverEndsIsSaid() {
    for (String open : List.of("'a", "\"a", "/* a", "$$ a")) {
      assertThat(kinds(open, GENEROUS)).contains(Kind.UNTERMINATED);
    }
  }

  @Test
  void everyTextIsCutInOrder() {
    Random random = new Random(7);
    String letters = "'\"`[]$:?;-/*#\\eE xab1.\n\u00e9\ud83d\ude00";
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(40); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      for (LexicalRules rules : List.of(LexicalRules.STANDARD, GENEROUS, BACKSLASHES)) {
        int last = 0;
        for (SqlToken token : Lexer.tokens(text.toString(), rules)) {
          assertThat(token.start()).as("%s", text).isGreaterThanOrEqualTo(last);
          last = token.end();
        }
        assertThat(last).isLessThanOrEqualTo(text.length());
      }
    }
  }

  @Test
  void aScriptIsSplitOutsideOfQuotes() {
    String script = "SELECT ';' ; ;\n -- x;\n SELECT 2; SELECT $$;$$";
    List<Script.Statement> statements = Script.of(script, GENEROUS).statements();
    assertThat(statements)
        .extracting(Script.Statement::text)
        .containsExactly("SELECT ';'", "SELECT 2", "SELECT $$;$$");
    assertThat(statements)
        .allSatisfy(
            statement ->
                assertThat(script.startsWith(statement.text(), statement.offset())).isTrue());
  }

  private static List<String> texts(String sql, LexicalRules rules) {
    return Lexer.tokens(sql, rules).stream().map(token -> token.text(sql)).toList();
  }

  private static List<Kind> kinds(String sql, LexicalRules rules) {
    return Lexer.tokens(sql, rules).stream().map(SqlToken::kind).toList();
  }
}
