package dev.alidade.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.operation.Description;
import dev.alidade.operation.Json;
import dev.alidade.policy.Denials;
import dev.alidade.policy.Restraint;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A role as it is written, with the settings of the configuration. */
public record RoleText(
    String name,
    @Description("read unless said") Optional<List<Right>> rights,
    @Description("Operations that may be called; all that the rights allow unless said")
        Optional<List<String>> operations,
    @Description("Sources that may be read; all unless said") Optional<List<String>> sources,
    @Description("Tables as `schema.table`, `table` or `schema.*`; all unless said")
        Optional<List<String>> tables,
    @Description("By table, the columns that may be seen; all of tables that are not named")
        Optional<Map<String, List<String>>> columns,
    @Description(
            "What is taken away, whatever other roles grant, by kind: operations, sources, tables, columns (as `table.column`)")
        Optional<Map<String, List<String>>> deny,
    @Description(
            "How much may be used, by kind: requests-per-minute, concurrent-queries, rows, bytes, seconds, cost")
        Optional<Map<String, Long>> limits,
    @Description("approve: what they write waits for somebody's approval; direct unless said")
        Optional<WritesMode> writes,
    @Description("approved: no other SQL runs than that of approved queries; any unless said")
        Optional<QueriesMode> queries) {
  public RoleText {
    Objects.requireNonNull(name, "name");
    rights = rights.map(List::copyOf);
    operations = operations.map(List::copyOf);
    sources = sources.map(List::copyOf);
    tables = tables.map(List::copyOf);
    columns = columns.map(TreeMap::new);
    deny = deny.map(TreeMap::new);
    limits = limits.map(TreeMap::new);
    Objects.requireNonNull(writes, "writes");
    Objects.requireNonNull(queries, "queries");
  }

  /** The role as it would have to be written. */
  static RoleText of(Role role) {
    Map<String, List<String>> columns = new TreeMap<>();
    role.columns().forEach((table, names) -> columns.put(table, sorted(names)));
    Map<String, Long> limits = new TreeMap<>();
    role.limits().byKind().forEach((kind, limit) -> limits.put(kind.setting(), limit.most()));
    return new RoleText(
        role.name(),
        Optional.of(role.rights().stream().sorted().toList()),
        role.operations().map(RoleText::sorted),
        role.sources().map(RoleText::sorted),
        role.tables().map(RoleText::sorted),
        given(columns),
        given(denials(role.deny())),
        given(limits),
        role.restraints().contains(Restraint.WRITES_NEED_APPROVAL)
            ? Optional.of(WritesMode.APPROVE)
            : Optional.empty(),
        role.restraints().contains(Restraint.APPROVED_QUERIES_ONLY)
            ? Optional.of(QueriesMode.APPROVED)
            : Optional.empty());
  }

  /** In JSON, as {@link RuleReader} reads it. */
  String definition() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("name", name);
    rights.ifPresent(value -> settings.put("rights", value));
    operations.ifPresent(value -> settings.put("operations", value));
    sources.ifPresent(value -> settings.put("sources", value));
    tables.ifPresent(value -> settings.put("tables", value));
    columns.ifPresent(value -> settings.put("columns", value));
    deny.ifPresent(value -> settings.put("deny", value));
    limits.ifPresent(value -> settings.put("limits", value));
    writes.ifPresent(value -> settings.put("writes", value));
    queries.ifPresent(value -> settings.put("queries", value));
    return json(settings);
  }

  static String json(Map<String, Object> settings) {
    try {
      return Json.mapper().writeValueAsString(settings);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, List<String>> denials(Denials deny) {
    Map<String, List<String>> denials = new TreeMap<>();
    denials.put("operations", sorted(deny.operations()));
    denials.put("sources", sorted(deny.sources()));
    denials.put("tables", sorted(deny.tables()));
    denials.put("columns", sorted(deny.columns()));
    denials.values().removeIf(List::isEmpty);
    return denials;
  }

  private static <V> Optional<Map<String, V>> given(Map<String, V> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(values);
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
