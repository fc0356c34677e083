package dev.alidade.saved;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.ApprovedQueries;
import dev.alidade.store.Database;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All saved queries: those of the configuration, which are approved, and those of our database. */
public final class QueryBook implements ApprovedQueries {
  private static final int MOST_WAITING = 50;

  private final Map<String, SavedQuery> configured = new TreeMap<>();
  private final SavedStore store;

  /** Reads the rest from {@code database}. */
  public QueryBook(List<QueryDefinition> configured, Database database) {
    configured.forEach(
        definition -> this.configured.put(definition.name(), SavedQuery.configured(definition)));
    this.store = new SavedStore(database);
  }

  @Override
  public boolean contains(String source, String sql) {
    boolean inFile =
        configured.values().stream()
            .map(SavedQuery::definition)
            .anyMatch(query -> query.source().equals(source) && query.sql().equals(sql));
    // What the file says of a name holds for it alone.
    return inFile
        || store.approved(source, sql).stream().anyMatch(name -> !configured.containsKey(name));
  }

  Optional<Versions> find(String name) {
    return configured.containsKey(name)
        ? Optional.of(Versions.of(configured.get(name)))
        : store.find(name).stream().map(Versions::of).reduce(Versions::and);
  }

  /** The versions that others took the place of, the latest first. */
  List<SavedQuery> past(String name) {
    return configured.containsKey(name) ? List.of() : store.past(name);
  }

  List<Versions> all() {
    Map<String, Versions> byName = new TreeMap<>();
    store
        .all()
        .forEach(
            query -> byName.merge(query.definition().name(), Versions.of(query), Versions::and));
    configured.forEach((name, query) -> byName.put(name, Versions.of(query)));
    return List.copyOf(byName.values());
  }

  void save(QueryDefinition definition, Caller by, Instant at) {
    checkChangeable(definition.name());
    if (store.waiting(by) >= MOST_WAITING) {
      throw new AlidadeException(
          ErrorCode.TOO_MANY_REQUESTS,
          "%d queries of yours wait for approval already; have some approved or removed first"
              .formatted(MOST_WAITING));
    }
    store.save(definition, by, at);
  }

  boolean approve(SavedQuery query, Caller by, Instant at) {
    return store.approve(query, by, at);
  }

  void remove(String name, boolean onlyWaiting) {
    checkChangeable(name);
    store.remove(name, onlyWaiting);
  }

  private void checkChangeable(String name) {
    if (configured.containsKey(name)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The query `%s` stands in the configuration; change it there".formatted(name));
    }
  }
}
