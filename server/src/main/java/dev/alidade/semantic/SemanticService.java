package dev.alidade.semantic;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.base.Caller;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Access;
import dev.alidade.query.QueryService;
import java.util.List;
import java.util.Map;

/** What the data of each source mean, as far as a caller may know. */
public final class SemanticService implements Meanings {
  private final LiveModels models;
  private final Sources sources;
  private final CatalogService catalog;
  private final QueryService queries;
  // As long as the knowledge is kept, so is its meaning; callers with the same rights share both.
  private final Cache<SourceKnowledge, Seen> seen =
      Caches.builder().weakKeys().maximumSize(1_000).build();

  /** Meanings of {@code sources} by {@code models}. */
  SemanticService(
      LiveModels models, Sources sources, CatalogService catalog, QueryService queries) {
    this.models = models;
    this.sources = sources;
    this.catalog = catalog;
    this.queries = queries;
  }

  private record Seen(SemanticModel whole, SemanticModel part) {}

  @Override
  public SemanticModel of(Caller caller, String source) {
    queries.checkSource(caller, source);
    return part(caller, source, models.of(source).model());
  }

  /** What a caller may know of a model of this source. */
  SemanticModel part(Caller caller, String source, SemanticModel whole) {
    if (whole.datasets().isEmpty()) {
      return whole;
    }
    SourceKnowledge knowledge = catalog.knowledge(caller, source);
    Seen known = seen.getIfPresent(knowledge);
    if (known != null && known.whole().equals(whole)) {
      return known.part();
    }
    SemanticModel part = look(caller, source, whole, knowledge);
    seen.put(knowledge, new Seen(whole, part));
    return part;
  }

  /** Whether a model says nothing that is hidden from the caller. */
  boolean seesWhole(Caller caller, String source, SemanticModel whole) {
    if (queries.access(caller).isUnrestricted()) {
      return true;
    }
    SemanticModel part = part(caller, source, whole);
    return new Definitions(part).names().equals(new Definitions(whole).names())
        && values(part).equals(values(whole));
  }

  private static List<Map<String, List<String>>> values(SemanticModel model) {
    return model.datasets().stream()
        .flatMap(dataset -> dataset.fields().stream())
        .map(Field::values)
        .toList();
  }

  private SemanticModel look(
      Caller caller, String source, SemanticModel whole, SourceKnowledge knowledge) {
    Access access = queries.access(caller);
    if (access.isUnrestricted()) {
      return ModelView.of(whole, knowledge.catalog());
    }
    String home = sources.engine(source).homeSchema();
    return ModelView.of(
        whole,
        knowledge.catalog(),
        (table, column) -> access.seesClearly(source, table, column, home),
        question -> mayRun(caller, source, question));
  }

  private boolean mayRun(Caller caller, String source, VerifiedQuestion question) {
    try {
      return queries.check(caller, source, question.sql()).governed().isPresent();
    } catch (AlidadeException unreadable) {
      return false;
    }
  }
}
