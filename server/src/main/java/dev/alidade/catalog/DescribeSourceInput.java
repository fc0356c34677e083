package dev.alidade.catalog;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** Which source, and which of its tables. */
public record DescribeSourceInput(
    @Description("The name of the source") String source,
    @Description("Only this table or view") Optional<String> table) {
  public DescribeSourceInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(table, "table");
  }
}
