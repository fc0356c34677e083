package dev.alidade.catalog;

import java.util.List;

/** All configured sources. */
public record ListSourcesOutput(List<SourceSummary> sources) {
  public ListSourcesOutput {
    sources = List.copyOf(sources);
  }
}
