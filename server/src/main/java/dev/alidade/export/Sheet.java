package dev.alidade.export;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.ResultStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A result that stands on a sheet of its own.
 *
 * @param rows begins the result when its turn has come; it is closed before the next one begins
 */
public record Sheet(String name, Supplier<ResultStream> rows) {
  static final int LONGEST_NAME = 31;

  public Sheet {
    checkName("name", name);
    Objects.requireNonNull(rows, "rows");
  }

  /** Fails where two names are one to a spreadsheet, which takes no notice of case. */
  public static void checkDistinct(List<String> names) {
    Set<String> taken = new HashSet<>();
    for (String name : names) {
      if (!taken.add(name.toLowerCase(Locale.ROOT))) {
        throw new AlidadeException(
            ErrorCode.INVALID_INPUT,
            "Two sheets are called `%s`; give every sheet a name of its own".formatted(name));
      }
    }
  }

  /** Fails unless spreadsheets take the name, which the input {@code field} gave. */
  public static void checkName(String field, String name) {
    boolean usable =
        !name.isBlank()
            && name.length() <= LONGEST_NAME
            && !name.matches("(?s).*[\\[\\]:*?/\\\\\\p{Cntrl}].*")
            && !name.equalsIgnoreCase("history")
            && !name.startsWith("'")
            && !name.endsWith("'");
    if (!usable) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`%s` must have 1 to 31 characters, none of [ ] : * ? / \\, no ' at its ends, and not be `History`"
              .formatted(field));
    }
  }
}
