package dev.alidade.app;

import dev.alidade.policy.Denials;
import dev.alidade.policy.Restraint;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of `roles`. */
final class RoleReader {
  static final List<String> SETTINGS =
      List.of(
          "name",
          "rights",
          "operations",
          "sources",
          "tables",
          "columns",
          "deny",
          "limits",
          Restraint.WRITES_NEED_APPROVAL.setting(),
          Restraint.APPROVED_QUERIES_ONLY.setting());
  private static final List<String> DENIED = List.of("operations", "sources", "tables", "columns");
  private static final List<String> RIGHTS =
      Arrays.stream(Right.values()).map(right -> right.name().toLowerCase(Locale.ROOT)).toList();

  private final List<String> sources;
  private final Set<String> names = new HashSet<>();

  RoleReader(List<String> sources) {
    this.sources = List.copyOf(sources);
  }

  Optional<Role> read(ConfigNode item) {
    Map<String, ConfigNode> fields = item.fields(SETTINGS);
    Optional<String> name = name(item, fields);
    Set<Right> rights = rights(fields);
    Optional<Set<String>> operations = texts(fields, "operations");
    Optional<Set<String>> granted = names(fields, "sources", grantable());
    Optional<Set<String>> tables = texts(fields, "tables");
    Map<String, Set<String>> columns = columns(fields);
    Denials deny = Denials.NONE;
    if (fields.containsKey("deny")) {
      Map<String, ConfigNode> denied = fields.get("deny").fields(DENIED);
      deny =
          new Denials(
              texts(denied, "operations").orElse(Set.of()),
              names(denied, "sources", sources).orElse(Set.of()),
              texts(denied, "tables").orElse(Set.of()),
              deniedColumns(denied));
    }
    Denials denials = deny;
    return name.map(
        text ->
            new Role(
                text,
                rights,
                operations,
                granted,
                tables,
                columns,
                denials,
                LimitsReader.read(fields, "role `%s`".formatted(text)),
                restraints(fields)));
  }

  private Optional<String> name(ConfigNode item, Map<String, ConfigNode> fields) {
    if (!fields.containsKey("name")) {
      item.problem("needs `name: ...`");
      return Optional.empty();
    }
    Optional<String> name = fields.get("name").text();
    if (name.isEmpty()) {
      return name;
    }
    if (name.get().equals(Role.ADMIN)) {
      fields.get("name").problem("is the role that may do everything; choose another name");
    }
    if (!names.add(name.get())) {
      fields.get("name").problem("is `%s`, as another role is; rename one".formatted(name.get()));
    }
    return name;
  }

  private static Set<Restraint> restraints(Map<String, ConfigNode> fields) {
    Set<Restraint> restraints = EnumSet.noneOf(Restraint.class);
    for (Restraint restraint : Restraint.values()) {
      Optional.ofNullable(fields.get(restraint.setting()))
          .flatMap(field -> field.oneOf(List.of(restraint.otherwise(), restraint.word())))
          .filter(restraint.word()::equals)
          .ifPresent(word -> restraints.add(restraint));
    }
    return restraints;
  }

  private static Set<Right> rights(Map<String, ConfigNode> fields) {
    if (!fields.containsKey("rights")) {
      return Set.of(Right.READ);
    }
    Set<Right> rights = new LinkedHashSet<>();
    for (ConfigNode item : list(fields.get("rights"))) {
      item.oneOf(RIGHTS)
          .ifPresent(word -> rights.add(Right.valueOf(word.toUpperCase(Locale.ROOT))));
    }
    return rights;
  }

  private List<String> grantable() {
    List<String> names = new ArrayList<>(sources);
    names.add(Role.EVERY_SOURCE);
    return names;
  }

  private static Optional<Set<String>> names(
      Map<String, ConfigNode> fields, String key, List<String> known) {
    if (!fields.containsKey(key)) {
      return Optional.empty();
    }
    Set<String> found = new LinkedHashSet<>();
    list(fields.get(key)).forEach(item -> item.oneOf(known).ifPresent(found::add));
    return Optional.of(found);
  }

  private static Optional<Set<String>> texts(Map<String, ConfigNode> fields, String key) {
    return fields.containsKey(key) ? Optional.of(texts(fields.get(key))) : Optional.empty();
  }

  private static Set<String> texts(ConfigNode field) {
    Set<String> found = new LinkedHashSet<>();
    list(field).forEach(item -> item.text().ifPresent(found::add));
    return found;
  }

  private static Map<String, Set<String>> columns(Map<String, ConfigNode> fields) {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    if (fields.containsKey("columns")) {
      fields.get("columns").allFields().forEach((table, names) -> columns.put(table, texts(names)));
    }
    return columns;
  }

  private static Set<String> deniedColumns(Map<String, ConfigNode> fields) {
    if (!fields.containsKey("columns")) {
      return Set.of();
    }
    for (ConfigNode item : list(fields.get("columns"))) {
      if (item.text().filter(text -> text.indexOf('.') < 1).isPresent()) {
        item.problem("must name a table and a column, as in customers.ssn");
      }
    }
    return texts(fields.get("columns"));
  }

  private static List<ConfigNode> list(ConfigNode field) {
    return field.isList() ? field.items() : List.of(field);
  }
}
