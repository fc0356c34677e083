package dev.alidade.engine.postgres.gate;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.base.Nearest;
import dev.alidade.engine.postgres.grammar.Parsed;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.Reason;
import dev.alidade.sql.SqlToken;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the parser did not understand, and where in the caller's own text. */
final class SyntaxMistake {
  private static final Pattern NEAR = Pattern.compile("(.*) at or near \"(.*)\"", Pattern.DOTALL);
  private static final int LONGEST_WORD = 40;

  private SyntaxMistake() {}

  static Reason reason(StatementText text, Parsed.Mistake mistake) {
    String message = mistake.message();
    if (message.contains("out of memory") || message.contains("memory exhausted")) {
      return Reason.of(
          ErrorCode.SQL_TOO_COMPLEX,
          "The statement is too large or too deep to be checked; split it into smaller ones");
    }
    Optional<Location> location = location(text, mistake);
    return new Reason(ErrorCode.SYNTAX_ERROR, explain(text, message, location), location);
  }

  private static Optional<Location> location(StatementText text, Parsed.Mistake mistake) {
    if (mistake.character() <= 0) {
      return Optional.empty();
    }
    return Optional.of(Location.of(text.written(), text.writtenOffsetOfPoint(mistake.character())));
  }

  private static String explain(StatementText text, String message, Optional<Location> location) {
    if (message.equals("syntax error at end of input")) {
      return "The statement ends too early; complete it";
    }
    Matcher near = NEAR.matcher(message);
    if (!near.matches()) {
      return "The statement cannot be read: " + message;
    }
    String what = near.group(1).equals("syntax error") ? "" : ": " + near.group(1);
    String word = near.group(2);
    String shown = word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD) + "…";
    return "The statement cannot be read at `%s`%s%s"
        .formatted(shown.strip(), what, hint(text, word, location));
  }

  /** What the word before may have meant, which was read as a name, or else the word itself. */
  private static String hint(StatementText text, String word, Optional<Location> location) {
    int offset = location.map(Location::offset).orElse(0);
    return Lexer.tokens(text.written(), StatementText.RULES).stream()
        .filter(token -> token.end() <= offset)
        .reduce((earlier, later) -> later)
        .filter(token -> token.kind() == SqlToken.Kind.WORD)
        .map(token -> token.text(text.written()))
        .filter(before -> !AllowedNames.WORDS.contains(before.toLowerCase(Locale.ROOT)))
        .flatMap(
            before ->
                Nearest.to(before, AllowedNames.WORDS)
                    .map(found -> "; did you mean `%s` by `%s`?".formatted(found, before)))
        .orElseGet(() -> Nearest.hint(word, AllowedNames.WORDS));
  }
}
