package dev.alidade.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The statements of a text that holds several; each is judged by a {@link Gate} of its own. */
public record Script(List<Statement> statements) {
  /** One statement and where it begins in the script. */
  public record Statement(String text, int offset) {
    public Statement {
      Objects.requireNonNull(text, "text");
    }
  }

  public Script {
    statements = List.copyOf(statements);
  }

  /** Splits at semicolons outside of quotes and comments; empty statements are left out. */
  public static Script of(String sql, LexicalRules rules) {
    List<Statement> statements = new ArrayList<>();
    int start = -1;
    int end = -1;
    for (SqlToken token : Lexer.tokens(sql, rules)) {
      if (token.kind() != SqlToken.Kind.SEMICOLON) {
        start = start < 0 ? token.start() : start;
        end = token.end();
        continue;
      }
      if (start >= 0) {
        statements.add(new Statement(sql.substring(start, end), start));
      }
      start = -1;
    }
    if (start >= 0) {
      statements.add(new Statement(sql.substring(start, end), start));
    }
    return new Script(statements);
  }
}
