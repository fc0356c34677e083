package dev.alidade.advice;

import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Dialect;
import dev.alidade.sql.SqlToken;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** A statement that fails, and why. */
record Site(Draft draft, Problem problem, Dialect dialect) {
  Site {
    Objects.requireNonNull(draft, "draft");
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(dialect, "dialect");
  }

  boolean fails(ErrorCode code) {
    return problem.code() == code;
  }

  /** Whether the message says one of the words. */
  boolean says(String pattern) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(problem.message()).find();
  }

  /** The place of the token that the failure points at. */
  Optional<Integer> blamed() {
    return problem
        .location()
        .map(
            place -> {
              int index = 0;
              for (SqlToken token : draft.tokens()) {
                if (token.end() > place.offset()) {
                  return index;
                }
                index++;
              }
              return index;
            });
  }
}
