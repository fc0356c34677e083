package dev.alidade.saved;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What {@code list_query_versions} gives. */
public record QueryVersionsOutput(
    @Headline(1) String name, @Headline(2) @Description("The latest first") List<Item> versions) {
  public QueryVersionsOutput {
    Objects.requireNonNull(name, "name");
    versions = List.copyOf(versions);
  }

  /** One version and where it stands. */
  public record Item(@Headline(1) VersionState state, @Headline(2) QueryVersion query) {
    public Item {
      Objects.requireNonNull(state, "state");
      Objects.requireNonNull(query, "query");
    }
  }

  static QueryVersionsOutput of(Versions versions, List<SavedQuery> past) {
    List<Item> items = new ArrayList<>();
    versions.waiting().ifPresent(query -> items.add(item(VersionState.WAITING, query)));
    versions.approved().ifPresent(query -> items.add(item(VersionState.APPROVED, query)));
    past.forEach(query -> items.add(item(VersionState.PAST, query)));
    return new QueryVersionsOutput(versions.name(), items);
  }

  private static Item item(VersionState state, SavedQuery query) {
    return new Item(state, QueryVersion.of(query));
  }
}
