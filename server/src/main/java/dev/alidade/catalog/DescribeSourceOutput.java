package dev.alidade.catalog;

import java.util.List;
import java.util.Objects;

/** Tables of a source with their columns and keys. */
public record DescribeSourceOutput(String source, String engine, List<TableDescription> tables) {
  public DescribeSourceOutput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(engine, "engine");
    tables = List.copyOf(tables);
  }
}
