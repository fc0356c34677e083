package dev.alidade.catalog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a column holds.
 *
 * @param rows how many rows were looked at
 * @param nulls how many of them are NULL
 * @param distinct how many different values they hold
 * @param examples up to five frequent values, as text
 * @param minimum the smallest value, as text
 * @param maximum the greatest value, as text
 */
public record ColumnProfile(
    long rows,
    long nulls,
    long distinct,
    List<String> examples,
    Optional<String> minimum,
    Optional<String> maximum) {
  public ColumnProfile {
    examples = List.copyOf(examples);
    Objects.requireNonNull(minimum, "minimum");
    Objects.requireNonNull(maximum, "maximum");
  }

  /** Whether no two rows hold the same value and none is NULL. */
  public boolean isUnique() {
    return nulls == 0 && distinct == rows && rows > 0;
  }
}
