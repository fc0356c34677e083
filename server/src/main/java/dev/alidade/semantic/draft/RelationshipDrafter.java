package dev.alidade.semantic.draft;

import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.catalog.Words;
import dev.alidade.engine.ForeignKey;
import dev.alidade.semantic.Relationship;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Relationships from foreign keys, and the roles that the names of their columns tell. */
final class RelationshipDrafter {
  private static final Set<String> KEY_WORDS =
      Set.of("id", "key", "code", "no", "nr", "number", "uuid", "guid", "fk", "ref");

  private final Map<TableName, String> names;
  private final List<String> notes;

  RelationshipDrafter(Map<TableName, String> names, List<String> notes) {
    this.names = names;
    this.notes = notes;
  }

  List<Relationship> all(SourceKnowledge knowledge) {
    List<Relationship> relationships = new ArrayList<>();
    for (ForeignKey key : knowledge.foreignKeys()) {
      if (!names.containsKey(key.from()) || !names.containsKey(key.to())) {
        continue;
      }
      String from = names.get(key.from());
      String to = names.get(key.to());
      if (key.inferred()) {
        notes.add(
            "Nobody declared that `%s` of `%s` points at `%s`; names and values say so"
                .formatted(String.join(", ", key.columns()), from, to));
      }
      List<String> role = role(key);
      String name = from + "_to_" + (role.isEmpty() ? "" : String.join("_", role) + "_") + to;
      String unique =
          relationships.stream().anyMatch(one -> one.name().equals(name))
              ? name + "_by_" + String.join("_", key.columns())
              : name;
      relationships.add(
          new Relationship(
              unique,
              from,
              key.columns(),
              to,
              key.toColumns(),
              role.isEmpty() ? List.of() : List.of(String.join(" ", role))));
    }
    return relationships;
  }

  /** {@code billing} of {@code billing_customer_id}, which points at customers. */
  private static List<String> role(ForeignKey key) {
    if (key.columns().size() != 1) {
      return List.of();
    }
    Set<String> said =
        Words.ofName(key.to().table() + "_" + key.toColumns().getFirst()).stream()
            .map(Words::singular)
            .collect(Collectors.toSet());
    return Words.ofName(key.columns().getFirst()).stream()
        .filter(word -> !KEY_WORDS.contains(word))
        .filter(word -> !said.contains(Words.singular(word)))
        .toList();
  }
}
