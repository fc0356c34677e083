package dev.alidade.semantic.ossie;

import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.document.DocumentNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads relationships. */
final class RelationshipReader {
  private static final List<String> KEYS = List.of("from", "to", "from_columns", "to_columns");

  private final ModelScope scope;
  private final Set<String> names = new HashSet<>();

  RelationshipReader(List<DatasetDraft> datasets) {
    scope = new ModelScope(datasets, List.of(), List.of());
  }

  List<Relationship> readAll(Part model) {
    List<Relationship> relationships = new ArrayList<>();
    for (DocumentNode node : model.items("relationships")) {
      Part.read(node, "relationship", KEYS, List.of("roles"))
          .flatMap(this::relationship)
          .ifPresent(relationships::add);
    }
    return relationships;
  }

  private Optional<Relationship> relationship(Part part) {
    if (!names.add(part.name().toLowerCase(Locale.ROOT))) {
      part.problem("is there twice; rename one");
    }
    Optional<DatasetDraft> from = dataset(part, "from");
    Optional<DatasetDraft> to = dataset(part, "to");
    Optional<List<String>> fromColumns = columns(part, "from_columns", from);
    Optional<List<String>> toColumns = columns(part, "to_columns", to);
    if (from.isEmpty() || to.isEmpty() || fromColumns.isEmpty() || toColumns.isEmpty()) {
      return Optional.empty();
    }
    if (part.texts("from_columns").size() != part.texts("to_columns").size()) {
      part.problem(
          "pairs %d columns with %d; give each its counterpart"
              .formatted(part.texts("from_columns").size(), part.texts("to_columns").size()));
      return Optional.empty();
    }
    if (fromColumns.get().isEmpty() || fromColumns.get().size() != toColumns.get().size()) {
      // A column that is not there has been said.
      return Optional.empty();
    }
    List<String> roles =
        part.addition("roles").map(node -> node.texts(part.of("roles"))).orElse(List.of());
    return Optional.of(
        new Relationship(
            part.name(),
            from.get().name(),
            fromColumns.get(),
            to.get().name(),
            toColumns.get(),
            Stream.concat(roles.stream(), part.synonyms().stream()).distinct().toList()));
  }

  private Optional<DatasetDraft> dataset(Part part, String key) {
    Optional<DocumentNode> node = part.needed(key);
    Optional<String> name = node.flatMap(value -> value.text(part.of(key)));
    Optional<DatasetDraft> found = name.flatMap(scope::find);
    if (name.isPresent() && found.isEmpty()) {
      node.get().problem("%s: %s".formatted(part.shown(), scope.unknownDataset(name.get())));
    }
    return found;
  }

  private static Optional<List<String>> columns(
      Part part, String key, Optional<DatasetDraft> dataset) {
    Optional<DocumentNode> node = part.needed(key);
    if (node.isEmpty() || dataset.isEmpty()) {
      return Optional.empty();
    }
    if (node.get().oneOrMany(part.of(key)).isEmpty()) {
      node.get().problem("%s names no column".formatted(part.of(key)));
    }
    return Optional.of(dataset.get().columns(node.get(), part.of(key)));
  }
}
