package dev.alidade.catalog;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What to look for, and where. */
public record SearchCatalogInput(
    @Description("Words of a table, a column or a stored value") String query,
    @Description("Only in this source") Optional<String> source,
    @Description("The most matches, 1 to 200; 20 unless said") Optional<Integer> limit) {
  private static final int MOST = 200;

  public SearchCatalogInput {
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(limit, "limit");
    if (query.isBlank() || query.length() > 1_000) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`query` must have 1 to 1000 characters; write what to look for");
    }
    if (limit.isPresent() && (limit.get() < 1 || limit.get() > MOST)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`limit` must be 1 to %d".formatted(MOST));
    }
  }
}
