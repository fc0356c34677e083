package dev.alidade.ask.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a question into tokens. */
public final class Tokenizer {
  private static final Pattern TOKEN =
      Pattern.compile(
          """
          (?<quoted>"[^"]+"|“[^”]+”|``[^'"]+(?:''|"|``)|(?<![\\p{L}\\p{N}])'[^']+(?:'(?=[\\p{L}])[^']+)*'(?![\\p{L}]))\
          |(?<number>\\d{4}-\\d{1,2}-\\d{1,2}(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?)?|\\d{1,2}/\\d{1,2}/\\d{4}\
          |[-+]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?![\\p{L}\\d])|\\d+(?:st|nd|rd|th)(?!\\p{L}))\
          |(?<word>'s(?!\\p{L})|n't(?!\\p{L})|\\p{L}[\\p{L}\\p{M}]*?(?=n't(?!\\p{L}))|[\\p{L}\\p{N}#&@.]*[\\p{L}\\p{N}#&@]+)\
          |(?<mark>[^\\s])""");

  private final Lemmatizer lemmatizer = Lemmatizer.english();

  /** The tokens of a question, in order. */
  public Question read(String question) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(question);
    while (matcher.find()) {
      tokens.add(token(matcher));
    }
    return new Question(question, tokens);
  }

  private Token token(Matcher matcher) {
    String written = matcher.group();
    if (matcher.group("quoted") != null) {
      return make(TokenKind.QUOTED, unquote(written), matcher);
    }
    if (matcher.group("number") != null) {
      return make(TokenKind.NUMBER, written, matcher);
    }
    if (matcher.group("word") != null) {
      return make(TokenKind.WORD, written, matcher);
    }
    return make(TokenKind.PUNCTUATION, written, matcher);
  }

  private Token make(TokenKind kind, String text, Matcher matcher) {
    String lower = text.toLowerCase(Locale.ROOT);
    String lemma = kind == TokenKind.WORD ? lemmatizer.lemma(lower) : lower;
    String stem = kind == TokenKind.WORD ? lemmatizer.stem(lower) : lower;
    return new Token(kind, text, lower, lemma, stem, matcher.start(), matcher.end());
  }

  private static String unquote(String written) {
    return written.replaceAll("^(?:``|[\"“'])|(?:''|``|[\"”'])$", "").strip();
  }
}
