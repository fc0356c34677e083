package dev.alidade.engine.trino;

import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the cluster says of a query that failed.
 *
 * @param code Trino's own number of the error
 * @param message without the query's id and the place
 * @param place where in the text that was sent
 */
record TrinoFailure(int code, String message, Optional<Place> place) {
  private static final Pattern FAILED =
      Pattern.compile("Query failed \\(#[^)]*\\): (?:line (\\d+):(\\d+): )?(.*)", Pattern.DOTALL);

  /** What every statement begins with on its way; Trino counts the characters of the first line. */
  private static final int SENT_BEFORE = "EXECUTE IMMEDIATE '".length();

  /** A line and a column, counted from 1, of the text that was sent. */
  record Place(int line, int column) {
    /** The same in the text that was executed. */
    Place executed() {
      return new Place(line, line == 1 ? Math.max(1, column - SENT_BEFORE) : column);
    }

    /** The same in the text that was explained, which stands in lines of its own. */
    Place explained() {
      return new Place(Math.max(1, line - 1), column);
    }
  }

  /** Empty where the failure is not the cluster's word on a query. */
  static Optional<TrinoFailure> of(SQLException failure) {
    Matcher words = FAILED.matcher(String.valueOf(failure.getMessage()));
    if (!words.matches()) {
      return Optional.empty();
    }
    Optional<Place> place =
        Optional.ofNullable(words.group(1))
            .map(line -> new Place(Integer.parseInt(line), Integer.parseInt(words.group(2))));
    return Optional.of(new TrinoFailure(failure.getErrorCode(), words.group(3), place));
  }
}
