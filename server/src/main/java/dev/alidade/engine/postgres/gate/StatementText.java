package dev.alidade.engine.postgres.gate;

import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One statement in three writings: as the caller wrote it, with {@code ?} and {@code $name} for
 * values; as the server reads it, with {@code $1}, {@code $2} ... for them; and as the driver takes
 * it, with {@code ?} for them and every other question mark doubled.
 *
 * @param slots what stands for each value in order: an empty word for {@code ?}, else its name or
 *     number
 * @param depth how deep parentheses are nested
 */
public record StatementText(
    String written,
    String sent,
    String forDriver,
    List<String> slots,
    List<Edit> edits,
    int depth) {
  /** How this engine cuts a text into words. */
  public static final LexicalRules RULES =
      new LexicalRules(false, true, true, false, false, false, true, false, false);

  // After these a value is expected, so that a question mark behind one is not an operator.
  private static final Set<String> BEFORE_VALUES =
      Set.of(
          "all",
          "and",
          "any",
          "as",
          "asymmetric",
          "between",
          "by",
          "case",
          "collate",
          "distinct",
          "else",
          "escape",
          "except",
          "exists",
          "fetch",
          "first",
          "for",
          "from",
          "groups",
          "having",
          "ilike",
          "in",
          "intersect",
          "is",
          "like",
          "limit",
          "next",
          "not",
          "offset",
          "on",
          "or",
          "over",
          "placing",
          "range",
          "returning",
          "rows",
          "select",
          "similar",
          "some",
          "symmetric",
          "then",
          "to",
          "union",
          "using",
          "values",
          "when",
          "where",
          "with",
          "zone");

  public StatementText {
    slots = List.copyOf(slots);
    edits = List.copyOf(edits);
  }

  /** A piece of the written text that is sent differently. */
  public record Edit(int writtenStart, int writtenEnd, int sentStart, int sentEnd) {}

  /** Reads the placeholders of a statement. */
  public static StatementText of(String written) {
    List<SqlToken> tokens = Lexer.tokens(written, RULES);
    StringBuilder sent = new StringBuilder();
    StringBuilder forDriver = new StringBuilder();
    List<String> slots = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    int done = 0;
    int lastOperator = -1;
    int brackets = 0;
    int parentheses = 0;
    int depth = 0;
    for (int index = 0; index < tokens.size(); index++) {
      SqlToken token = tokens.get(index);
      String text = written.substring(token.start(), token.end());
      brackets += text.equals("[") ? 1 : text.equals("]") ? -1 : 0;
      parentheses += text.equals("(") ? 1 : text.equals(")") ? -1 : 0;
      depth = Math.max(depth, parentheses);
      if (token.kind() != SqlToken.Kind.PARAMETER) {
        continue;
      }
      sent.append(written, done, token.start());
      forDriver.append(written, done, token.start());
      done = token.end();
      boolean behindOperator = index > 0 && lastOperator == index - 1;
      if (text.equals("?")
          ? !behindOperator && isOperator(written, tokens, index)
          : isSlice(text, brackets)) {
        lastOperator = text.equals("?") ? index : lastOperator;
        sent.append(text);
        forDriver.append(text.equals("?") ? "??" : text);
        continue;
      }
      // A word and a dollar would run together.
      boolean apart = token.start() > 0 && isWord(written.charAt(token.start() - 1));
      slots.add(text.substring(1));
      int start = sent.length();
      sent.append(apart ? " $" : "$").append(slots.size());
      forDriver.append(apart ? " ?" : "?");
      edits.add(new Edit(token.start(), token.end(), start, sent.length()));
    }
    sent.append(written, done, written.length());
    forDriver.append(written, done, written.length());
    return new StatementText(written, sent.toString(), forDriver.toString(), slots, edits, depth);
  }

  /** The written text with all but the placeholders blanked out. */
  public String placeholders() {
    StringBuilder blank = new StringBuilder(written.replaceAll("[^\n]", " "));
    for (Edit edit : edits) {
      blank.replace(
          edit.writtenStart(),
          edit.writtenEnd(),
          written.substring(edit.writtenStart(), edit.writtenEnd()));
    }
    return blank.toString();
  }

  /** The place in the written text of a place in the sent one. */
  public int writtenOffset(int sentOffset) {
    int shift = 0;
    for (Edit edit : edits) {
      if (sentOffset < edit.sentStart()) {
        break;
      }
      if (sentOffset < edit.sentEnd()) {
        return edit.writtenStart();
      }
      shift = edit.writtenEnd() - edit.sentEnd();
    }
    return Math.clamp((long) sentOffset + shift, 0, written.length());
  }

  /** The place in the written text of a code point of the sent one, as the server counts from 1. */
  public int writtenOffsetOfPoint(int point) {
    return writtenOffset(Utf8Offsets.characterOfPoint(sent, point));
  }

  /** A question mark between two operands is the operator of JSON and shapes. */
  private static boolean isOperator(String sql, List<SqlToken> tokens, int index) {
    if (index == 0) {
      return false;
    }
    SqlToken before = tokens.get(index - 1);
    boolean jsonPath =
        index > 1
            && before.end() == tokens.get(index).start()
            && sql.startsWith("@", before.start());
    return endsOperand(sql, jsonPath ? tokens.get(index - 2) : before);
  }

  private static boolean endsOperand(String sql, SqlToken token) {
    String text = sql.substring(token.start(), token.end());
    return switch (token.kind()) {
      case NUMBER, STRING, QUOTED_IDENTIFIER, PARAMETER -> true;
      case WORD -> !BEFORE_VALUES.contains(text.toLowerCase(Locale.ROOT));
      case SYMBOL -> text.equals(")") || text.equals("]");
      case SEMICOLON, UNTERMINATED -> false;
    };
  }

  private static boolean isSlice(String text, int brackets) {
    return text.startsWith(":") && brackets > 0;
  }

  private static boolean isWord(char character) {
    return Character.isLetterOrDigit(character) || character == '_' || character >= 0x80;
  }
}
