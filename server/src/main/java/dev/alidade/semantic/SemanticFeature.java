package dev.alidade.semantic;

import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.Sources;
import dev.alidade.query.QueryService;
import dev.alidade.store.Database;
import java.util.Map;

/** The operations on what data mean. */
public final class SemanticFeature {
  private final SemanticService service;

  /** Models of files by source, and of {@code database}. */
  public SemanticFeature(
      Map<String, GivenModel> given,
      Database database,
      Sources sources,
      CatalogService catalog,
      QueryService queries) {
    service = new SemanticService(new LiveModels(given, database), sources, catalog, queries);
  }

  /** What others ask for the meaning of a source. */
  public Meanings service() {
    return service;
  }
}
