package dev.alidade.engine.trino.gate;

import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.Script;
import dev.alidade.sql.SqlToken;
import java.util.List;

/** Trino's grammar knows {@code ?} only; named parameters are written so for it. */
final class Markers {
  private Markers() {}

  /** The one statement of a text as Trino's grammar reads it; characters stay where they are. */
  static String statement(String sql) {
    List<Script.Statement> statements = Script.of(sql, LexicalRules.STANDARD).statements();
    if (statements.isEmpty()) {
      return sql;
    }
    Script.Statement first = statements.getFirst();
    return plain(sql.substring(0, first.offset() + first.text().length()));
  }

  /** The text with {@code ?} for every parameter, every other character where it was. */
  private static String plain(String sql) {
    StringBuilder text = new StringBuilder(sql);
    for (SqlToken token : Lexer.tokens(sql, LexicalRules.STANDARD)) {
      if (token.kind() == SqlToken.Kind.PARAMETER) {
        String mark = "?" + " ".repeat(token.end() - token.start() - 1);
        text.replace(token.start(), token.end(), mark);
      }
    }
    return text.toString();
  }
}
