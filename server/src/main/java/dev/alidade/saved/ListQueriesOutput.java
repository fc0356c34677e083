package dev.alidade.saved;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code list_queries} gives. */
public record ListQueriesOutput(@Headline(1) List<Item> queries) {
  public ListQueriesOutput {
    queries = List.copyOf(queries);
  }

  /** One query, without its SQL. */
  public record Item(
      @Headline(1) String name,
      @Headline(2) QueryState state,
      @Headline(3) String source,
      @Headline(4) String title,
      @Headline(5) String description,
      List<QueryParameter> parameters,
      int version,
      @Headline(6) @Description("The version that waits for approval, where one does")
          Optional<Integer> waitingVersion) {
    public Item {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(title, "title");
      Objects.requireNonNull(description, "description");
      parameters = List.copyOf(parameters);
      Objects.requireNonNull(waitingVersion, "waitingVersion");
    }

    static Item of(Versions versions) {
      SavedQuery query = versions.running();
      QueryDefinition definition = query.definition();
      return new Item(
          definition.name(),
          query.state(),
          definition.source(),
          definition.title(),
          definition.description(),
          definition.parameters(),
          query.version(),
          versions.waiting().map(SavedQuery::version));
    }
  }
}
