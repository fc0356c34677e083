package dev.alidade.engine.trino;

import dev.alidade.base.ErrorCode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What people are told of a failed query: the cluster's own words, and what to do next. */
final class TrinoMessages {
  private static final Pattern COLUMN = Pattern.compile("Column '(.+)' cannot be resolved");
  private static final Pattern TABLE =
      Pattern.compile("(?:Table|Schema|Catalog) '(.+)' (?:does not exist|not found)");
  private static final Pattern AMBIGUOUS = Pattern.compile("Column '(.+)' is ambiguous");

  private TrinoMessages() {}

  static String of(String source, TrinoFailure failure) {
    ErrorCode code = TrinoCodes.of(failure);
    return switch (code.type()) {
      case USER, DENIED -> words(code, failure.message());
      case RESOURCES, EXTERNAL, INTERNAL ->
          "Source `%s`: %s%s".formatted(source, failure.message(), advice(code));
    };
  }

  /** The name of a column or table that the cluster does not know; empty for other failures. */
  static Optional<String> missingName(String message) {
    for (Pattern pattern : new Pattern[] {COLUMN, TABLE}) {
      Matcher words = pattern.matcher(message);
      if (words.matches()) {
        return Optional.of(words.group(1));
      }
    }
    return Optional.empty();
  }

  private static String words(ErrorCode code, String message) {
    Matcher ambiguous = AMBIGUOUS.matcher(message);
    if (ambiguous.matches()) {
      return "Column `%s` is ambiguous; write its table before it".formatted(ambiguous.group(1));
    }
    if (code == ErrorCode.NOT_READ_ONLY) {
      return "The cluster refuses to write for Alidade: %s".formatted(message);
    }
    return message;
  }

  private static String advice(ErrorCode code) {
    return switch (code) {
      case QUERY_TIMEOUT -> "; ask for less, or raise the cluster's limit";
      case OUT_OF_MEMORY -> "; ask for less at once, or give the cluster more memory";
      case OVERLOADED -> "; try again in a moment";
      case SOURCE_UNAVAILABLE -> "; try again when the cluster has recovered";
      default -> "";
    };
  }
}
