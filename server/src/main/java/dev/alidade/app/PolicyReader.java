package dev.alidade.app;

import dev.alidade.policy.Mask;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of `policies`. */
final class PolicyReader {
  private static final List<String> SETTINGS =
      List.of("name", "source", "table", "roles", "rows", "masks");
  private static final List<String> WORDS = List.of("redact", "hash", "year", "null");
  private static final int LONGEST_TAIL = 20;

  private final List<String> sources;
  private final List<String> roles;

  PolicyReader(List<String> sources, Set<String> roles) {
    this.sources = List.copyOf(sources);
    this.roles = roles.stream().sorted().toList();
  }

  Optional<TablePolicy> read(ConfigNode item) {
    Map<String, ConfigNode> fields = item.fields(SETTINGS);
    List.of("source", "table").stream()
        .filter(key -> !fields.containsKey(key))
        .forEach(key -> item.problem("needs `%s: ...`".formatted(key)));
    Optional<String> source =
        Optional.ofNullable(fields.get("source")).flatMap(field -> field.oneOf(sources));
    Optional<String> table = text(fields, "table");
    Optional<RowFilter> rows =
        text(fields, "rows")
            .filter(condition -> isSomething(fields.get("rows"), condition))
            .map(RowFilter::new);
    Map<String, Mask> masks = masks(fields);
    Set<String> concerned = concerned(fields);
    if (!fields.containsKey("rows") && !fields.containsKey("masks")) {
      item.problem("changes nothing; give it `rows` or `masks`");
    }
    if (source.isEmpty() || table.isEmpty()) {
      return Optional.empty();
    }
    String name =
        text(fields, "name").orElseGet(() -> "%s.%s".formatted(source.get(), table.get()));
    return Optional.of(new TablePolicy(name, source.get(), table.get(), concerned, rows, masks));
  }

  private static Optional<String> text(Map<String, ConfigNode> fields, String key) {
    return Optional.ofNullable(fields.get(key)).flatMap(ConfigNode::text);
  }

  private static boolean isSomething(ConfigNode field, String condition) {
    if (condition.isBlank()) {
      field.problem("must be a condition such as region = {caller.region}");
    }
    return !condition.isBlank();
  }

  private Set<String> concerned(Map<String, ConfigNode> fields) {
    Set<String> found = new LinkedHashSet<>();
    if (fields.containsKey("roles")) {
      ConfigNode field = fields.get("roles");
      List<ConfigNode> items = field.isList() ? field.items() : List.of(field);
      items.forEach(item -> item.oneOf(roles).ifPresent(found::add));
      if (items.isEmpty()) {
        field.problem("is empty; leave it out for everybody, or name roles");
      }
    }
    return found;
  }

  private static Map<String, Mask> masks(Map<String, ConfigNode> fields) {
    Map<String, Mask> masks = new LinkedHashMap<>();
    if (fields.containsKey("masks")) {
      fields
          .get("masks")
          .allFields()
          .forEach((column, mask) -> mask(mask).ifPresent(found -> masks.put(column, found)));
    }
    return masks;
  }

  private static Optional<Mask> mask(ConfigNode field) {
    if (field.isNothing()) {
      return Optional.of(new Mask.Null());
    }
    if (field.isMapping()) {
      Map<String, ConfigNode> settings = field.fields(List.of("partial", "round"));
      if (settings.size() != 1) {
        field.problem("must be one of { partial: last-4 } and { round: 1000 }");
        return Optional.empty();
      }
      return settings.containsKey("partial")
          ? partial(settings.get("partial"))
          : settings.get("round").number(1, Integer.MAX_VALUE).map(Mask.Round::new);
    }
    return field
        .oneOf(WORDS)
        .map(
            word ->
                switch (word) {
                  case "redact" -> new Mask.Redact();
                  case "hash" -> new Mask.Hash();
                  case "year" -> new Mask.Year();
                  default -> new Mask.Null();
                });
  }

  private static Optional<Mask> partial(ConfigNode field) {
    Optional<String> text = field.text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().matches("last-[1-9][0-9]?")) {
      int last = Integer.parseInt(text.get().substring("last-".length()));
      if (last <= LONGEST_TAIL) {
        return Optional.of(new Mask.Partial(last));
      }
    }
    field.problem("must be last-1 to last-%d, as in { partial: last-4 }".formatted(LONGEST_TAIL));
    return Optional.empty();
  }
}
