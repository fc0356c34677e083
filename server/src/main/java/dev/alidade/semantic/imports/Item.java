package dev.alidade.semantic.imports;

import dev.alidade.semantic.document.DocumentNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A mapping of a foreign model; the keys that nobody asked for are listed at the end. */
final class Item {
  private final DocumentNode node;
  private final String name;
  private final Map<String, DocumentNode> entries;
  private final List<LeftOut> left;
  private final Set<String> read = new HashSet<>();
  private boolean gone;
  private final Map<String, List<Item>> inner = new HashMap<>();

  Item(DocumentNode node, String name, List<LeftOut> left) {
    this.node = node;
    this.name = name;
    this.entries = node.isMapping() ? node.entries(name) : Map.of();
    this.left = left;
    if (!node.isMapping()) {
      leave("is no mapping");
    }
  }

  /** What messages call it. */
  String name() {
    return name;
  }

  int line() {
    return node.line();
  }

  boolean has(String key) {
    return entry(key).isPresent();
  }

  Optional<DocumentNode> entry(String key) {
    read.add(key);
    return Optional.ofNullable(entries.get(key)).filter(value -> !value.isNothing());
  }

  Optional<String> text(String key) {
    return entry(key)
        .filter(value -> !value.isMapping() && !value.isList())
        .flatMap(value -> value.text("`%s` of %s".formatted(key, name)))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** The first of these keys that says something. */
  Optional<String> firstText(String... keys) {
    List<Optional<String>> texts = Stream.of(keys).map(this::text).toList();
    return texts.stream().flatMap(Optional::stream).findFirst();
  }

  boolean flag(String key) {
    return text(key).filter(text -> text.equalsIgnoreCase("true")).isPresent();
  }

  List<String> texts(String key) {
    return entry(key)
        .filter(value -> !value.isMapping())
        .map(value -> value.texts("`%s` of %s".formatted(key, name)))
        .orElse(List.of());
  }

  /** A mapping below this one. */
  Optional<Item> item(String key) {
    Optional<DocumentNode> value = entry(key).filter(DocumentNode::isMapping);
    return value.map(
        mapping ->
            inner
                .computeIfAbsent(key, ignored -> List.of(new Item(mapping, name + "." + key, left)))
                .getFirst());
  }

  /** The mappings of a list, each called by its name. */
  List<Item> items(String key) {
    Optional<DocumentNode> list = entry(key).filter(DocumentNode::isList);
    return list.isEmpty() ? List.of() : inner.computeIfAbsent(key, one -> made(one, list.get()));
  }

  private List<Item> made(String key, DocumentNode list) {
    return list.items("`%s` of %s".formatted(key, name)).stream()
        .map(value -> new Item(value, called(key, value), left))
        .toList();
  }

  private String called(String key, DocumentNode value) {
    Optional<String> own =
        value.isMapping()
            ? Optional.ofNullable(value.entries(key).get("name"))
                .filter(one -> !one.isMapping() && !one.isList())
                .flatMap(one -> one.text("name"))
            : Optional.empty();
    String above = name.equals("the file") ? "" : name + ".";
    return above + key + (own.isEmpty() ? "" : "." + own.get());
  }

  /** Says nothing that ours would not know, so that nobody misses it. */
  void ignore(String... keys) {
    read.addAll(Set.of(keys));
  }

  /** Notes that all of it is not taken over. */
  void leave(String reason) {
    left.add(new LeftOut(name, line(), reason));
    gone = true;
  }

  /** Notes that one key of it is not taken over. */
  void leave(String key, String reason) {
    read.add(key);
    DocumentNode value = entries.get(key);
    left.add(new LeftOut(name + "." + key, value == null ? line() : value.line(), reason));
  }

  /** Lists what nobody asked for, here and below. */
  void finish() {
    if (gone) {
      return;
    }
    entries.forEach(
        (key, value) -> {
          if (!read.contains(key)) {
            left.add(
                new LeftOut(
                    name.equals("the file") ? key : name + "." + key,
                    value.line(),
                    "has no place in Alidade's model"));
          }
        });
    inner.values().stream().flatMap(List::stream).forEach(Item::finish);
  }
}
