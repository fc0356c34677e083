package dev.alidade.engine.sqlite;

import dev.alidade.engine.ChangingWords;
import dev.alidade.engine.FileClock;
import dev.alidade.engine.Freshness;
import dev.alidade.engine.Parameters;
import dev.alidade.policy.GovernedSql;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The database file and the header of its log tell whether a statement gives the same rows. */
final class SqliteFreshness {
  /** Of what a statement may say, what does not depend on the data alone. */
  static final Set<String> WORDS =
      Set.of("current_date", "current_time", "current_timestamp", "now", "random(");

  private static final Set<String> MOMENTS =
      Set.of("date", "time", "datetime", "julianday", "unixepoch", "strftime");

  private final Path file;
  private final SharedHeader header;
  private final Supplier<Set<String>> views;
  private final LexicalRules rules;
  private final Clock clock = Clock.systemUTC();
  private final ChangingWords words = new ChangingWords(WORDS);
  private volatile Optional<Known> known = Optional.empty();

  /** How the files look: compared as it is, for a time as text costs more than to ask for it. */
  private record Seen(Optional<Object> identity, FileTime written, long size, String log) {
    String word() {
      return identity + " " + written + " " + size + " " + log;
    }
  }

  /** Its word, and what a database that looks so has views and tables of modules by the name of. */
  private record Known(Seen seen, String word, ChangingWords.Names views) {}

  /** {@code views} reads the names of what holds rows that other texts make. */
  SqliteFreshness(Path file, LexicalRules rules, Supplier<Set<String>> views) {
    this.file = file;
    this.header = new SharedHeader(file);
    this.rules = rules;
    this.views = views;
  }

  Freshness of(GovernedSql sql, Parameters parameters) {
    try {
      BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
      return switch (header.look()) {
        case SharedHeader.Look.Writing _ -> unsettled();
        case SharedHeader.Look.Word log ->
            FileClock.isSettled(about.lastModifiedTime(), clock)
                ? of(
                    new Seen(
                        Optional.ofNullable(about.fileKey()),
                        about.lastModifiedTime(),
                        about.size(),
                        log.text()),
                    sql,
                    parameters)
                : unsettled();
      };
    } catch (IOException unreadable) {
      return new Freshness.Unknown("The file system does not tell when the file changes");
    }
  }

  private Freshness of(Seen seen, GovernedSql sql, Parameters parameters) {
    Known now = known.filter(last -> last.seen().equals(seen)).orElseGet(() -> learn(seen));
    return words
        .in(sql.text(), parameters, now.views())
        .or(() -> momentOfNow(sql.text()))
        .map(ChangingWords::changing)
        .orElseGet(() -> new Freshness.Known(now.word(), false));
  }

  private Known learn(Seen seen) {
    Known now = new Known(seen, seen.word(), ChangingWords.Names.of(views.get()));
    known = Optional.of(now);
    return now;
  }

  private static Freshness unsettled() {
    return new Freshness.Unsettled("The file was written to a moment ago");
  }

  /** A function of a time that is called without one means the present. */
  private Optional<String> momentOfNow(String text) {
    if (words.of(text).stream().noneMatch(MOMENTS::contains)) {
      return Optional.empty();
    }
    List<SqlToken> tokens = Lexer.tokens(text, rules);
    for (int index = 0; index < tokens.size(); index++) {
      String word = tokens.get(index).text(text).toLowerCase(Locale.ROOT);
      boolean unread = tokens.get(index).kind() == SqlToken.Kind.UNTERMINATED;
      if (unread || (MOMENTS.contains(word) && lacksTime(word, tokens, index + 1, text))) {
        return Optional.of(word);
      }
    }
    return Optional.empty();
  }

  private static boolean lacksTime(String function, List<SqlToken> tokens, int open, String text) {
    if (!isSymbol(tokens, open, "(", text)) {
      return false;
    }
    if (!function.equals("strftime")) {
      return isSymbol(tokens, open + 1, ")", text);
    }
    int depth = 1;
    for (int index = open + 1; index < tokens.size() && depth > 0; index++) {
      depth += isSymbol(tokens, index, "(", text) ? 1 : 0;
      depth -= isSymbol(tokens, index, ")", text) ? 1 : 0;
      if (depth == 1 && isSymbol(tokens, index, ",", text)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSymbol(List<SqlToken> tokens, int index, String symbol, String text) {
    return index < tokens.size() && tokens.get(index).text(text).equals(symbol);
  }
}
