package dev.alidade.catalog;

import java.util.List;

/** What was found, best first. */
public record SearchCatalogOutput(List<CatalogMatch> matches) {
  public SearchCatalogOutput {
    matches = List.copyOf(matches);
  }
}
