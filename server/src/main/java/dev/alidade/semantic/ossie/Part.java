package dev.alidade.semantic.ossie;

import dev.alidade.semantic.document.DocumentNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A named thing of a model: what all of them have, and what is particular to its kind. */
final class Part {
  /** The name that our additions stand under in {@code custom_extensions}. */
  static final String VENDOR = "ALIDADE";

  private static final List<String> COMMON =
      List.of("name", "description", "ai_context", "custom_extensions");

  private final DocumentNode node;
  private final String kind;
  private final String name;
  private final Map<String, DocumentNode> entries;
  private final Map<String, DocumentNode> additions;

  private Part(
      DocumentNode node,
      String kind,
      String name,
      Map<String, DocumentNode> entries,
      Map<String, DocumentNode> additions) {
    this.node = node;
    this.kind = kind;
    this.name = name;
    this.entries = entries;
    this.additions = additions;
  }

  /**
   * Reads one; empty where it has no name, which is a problem.
   *
   * @param known keys of this kind in Ossie
   * @param added keys of this kind among our additions
   */
  static Optional<Part> read(
      DocumentNode node, String kind, List<String> known, List<String> added) {
    List<String> keys = new ArrayList<>(COMMON);
    keys.addAll(known);
    if (!node.isMapping()) {
      node.problem("a %s is a mapping that begins with `name: ...`".formatted(kind));
      return Optional.empty();
    }
    Optional<String> written =
        Optional.ofNullable(node.entries("a " + kind).get("name"))
            .flatMap(value -> value.text("the name of a " + kind))
            .filter(text -> !text.isBlank());
    String shown = written.map(text -> "%s `%s`".formatted(kind, text)).orElse("a " + kind);
    Map<String, DocumentNode> entries = node.entries(shown, keys);
    if (written.isEmpty()) {
      node.problem("a %s needs `name: ...`".formatted(kind));
      return Optional.empty();
    }
    return Optional.of(
        new Part(node, kind, written.get(), entries, additions(entries, shown, added)));
  }

  private static Map<String, DocumentNode> additions(
      Map<String, DocumentNode> entries, String shown, List<String> added) {
    Map<String, DocumentNode> additions = new HashMap<>();
    if (!entries.containsKey("custom_extensions")) {
      return additions;
    }
    String list = "custom_extensions of " + shown;
    for (DocumentNode item : entries.get("custom_extensions").items(list)) {
      Map<String, DocumentNode> extension =
          item.entries("an item of " + list, List.of("vendor_name", "data"));
      boolean ours =
          Optional.ofNullable(extension.get("vendor_name"))
              .flatMap(vendor -> vendor.text("vendor_name"))
              .filter(VENDOR::equalsIgnoreCase)
              .isPresent();
      if (ours && extension.containsKey("data")) {
        DocumentNode data = extension.get("data");
        Optional<DocumentNode> said = data.isMapping() ? Optional.of(data) : data.within("data");
        said.ifPresent(
            value -> additions.putAll(value.entries("%s of %s".formatted(VENDOR, shown), added)));
      }
    }
    return additions;
  }

  String name() {
    return name;
  }

  /** What messages call it. */
  String shown() {
    return "%s `%s`".formatted(kind, name);
  }

  void problem(String message) {
    entries.get("name").problem("%s %s".formatted(shown(), message));
  }

  /** The value of a key of Ossie. */
  Optional<DocumentNode> entry(String key) {
    return Optional.ofNullable(entries.get(key)).filter(value -> !value.isNothing());
  }

  /** The value of a key that must be there; without it there is a problem. */
  Optional<DocumentNode> needed(String key) {
    Optional<DocumentNode> entry = entry(key);
    if (entry.isEmpty()) {
      node.problem("%s needs `%s: ...`".formatted(shown(), key));
    }
    return entry;
  }

  /** The value of a key of our additions. */
  Optional<DocumentNode> addition(String key) {
    return Optional.ofNullable(additions.get(key)).filter(value -> !value.isNothing());
  }

  /** The items of a list that may be absent. */
  List<DocumentNode> items(String key) {
    return entry(key).map(value -> value.items(of(key))).orElse(List.of());
  }

  /** The texts of a list that may be absent. */
  List<String> texts(String key) {
    return entry(key).map(value -> value.texts(of(key))).orElse(List.of());
  }

  Optional<String> description() {
    return entry("description").flatMap(value -> value.text(of("description")));
  }

  /** Other names that people use. */
  List<String> synonyms() {
    Optional<DocumentNode> context = entry("ai_context").filter(DocumentNode::isMapping);
    if (context.isEmpty()) {
      return List.of();
    }
    // Ossie lets anybody add keys here, so that none of them is a problem.
    DocumentNode synonyms = context.get().entries(of("ai_context")).get("synonyms");
    return synonyms == null || synonyms.isNothing()
        ? List.of()
        : synonyms.texts("the synonyms of " + shown());
  }

  String of(String key) {
    return "`%s` of %s".formatted(key, shown());
  }
}
