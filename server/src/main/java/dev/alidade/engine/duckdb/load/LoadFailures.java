package dev.alidade.engine.duckdb.load;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which file cannot be loaded, in which line, why, and what to do. */
final class LoadFailures {
  private static final Pattern CSV_LINE = Pattern.compile("CSV Error on Line: (\\d+)");
  private static final Pattern JSON_LINE = Pattern.compile("in (?:line|record/value) (\\d+)");
  private static final Pattern COLUMNS =
      Pattern.compile("Expected Number of Columns: (\\d+) Found: (\\d+)");

  private LoadFailures() {}

  static AlidadeException unreadable(Path file, String what, String next) {
    return new AlidadeException(
        ErrorCode.FILE_UNREADABLE, "`%s` %s; %s".formatted(file, what, next));
  }

  static AlidadeException ofReading(Path file, IOException failure) {
    return new AlidadeException(
        ErrorCode.FILE_UNREADABLE,
        "`%s` cannot be read (%s); check that it is whole and that its name says what it is"
            .formatted(file, reason(failure)),
        failure);
  }

  static AlidadeException ofCsv(
      Path file, SQLException failure, Optional<CsvShape.OddLine> oddLine) {
    String message = unescaped(failure);
    Matcher columns = COLUMNS.matcher(message);
    Optional<String> line = find(CSV_LINE, message);
    if (message.contains("not utf-8 encoded") || message.contains("Invalid unicode")) {
      return failed(
          file,
          line,
          "is not UTF-8 text",
          "save it as UTF-8, such as with iconv -f WINDOWS-1252 -t UTF-8",
          failure);
    }
    if (columns.find()) {
      return failed(
          file,
          line,
          "has %s columns where %s are expected".formatted(columns.group(2), columns.group(1)),
          "correct the line; a value that holds the delimiter stands in double quotes",
          failure);
    }
    if (message.contains("not possible to automatically detect") && oddLine.isPresent()) {
      CsvShape.OddLine odd = oddLine.get();
      return failed(
          file,
          Optional.of(Integer.toString(odd.line())),
          "has %d columns where the first line has %d".formatted(odd.columns(), odd.expected()),
          "correct the line; a value that holds the delimiter stands in double quotes",
          failure);
    }
    if (message.contains("not possible to automatically detect")) {
      return failed(
          file,
          line,
          "is no CSV that can be told apart into columns",
          "separate columns by comma, semicolon, tab or |, and close every double quote",
          failure);
    }
    return failed(file, line, "cannot be loaded: " + detail(message), "correct it", failure);
  }

  static AlidadeException ofLoading(Path file, SQLException failure) {
    String message = unescaped(failure);
    if (message.contains("No magic bytes") || message.contains("not a parquet")) {
      return failed(
          file,
          Optional.empty(),
          "is not a Parquet file",
          "check what it is, or leave it out",
          failure);
    }
    if (message.contains("GZIP") || message.toLowerCase(Locale.ROOT).contains("zstd")) {
      return failed(
          file,
          Optional.empty(),
          "is not compressed as its name says",
          "rename it, or compress it again",
          failure);
    }
    return failed(
        file,
        find(JSON_LINE, message),
        "cannot be loaded: " + detail(message),
        "correct it, or leave the file out",
        failure);
  }

  private static AlidadeException failed(
      Path file, Optional<String> line, String what, String next, SQLException cause) {
    String place = line.map(number -> " line " + number).orElse("");
    return new AlidadeException(
        ErrorCode.FILE_UNREADABLE, "`%s`%s %s; %s".formatted(file, place, what, next), cause);
  }

  private static Optional<String> find(Pattern pattern, String message) {
    Matcher matcher = pattern.matcher(message);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** The line that says what is wrong; rows of the file and advice on settings are left out. */
  private static String detail(String message) {
    return message
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .filter(line -> !line.startsWith("CSV Error on Line") && !line.startsWith("Original Line"))
        .findFirst()
        .map(line -> line.replaceAll("[.;:]+$", ""))
        .orElse("its content does not fit its format");
  }

  private static String unescaped(SQLException failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    int start = message.indexOf("\"exception_message\":\"");
    String text = start < 0 ? message : message.substring(start + 21);
    return text.replace("\\n", "\n").replace("\\\"", "\"");
  }

  private static String reason(IOException failure) {
    return failure.getMessage() == null ? "input failed" : failure.getMessage();
  }
}
