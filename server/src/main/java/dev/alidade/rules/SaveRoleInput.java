package dev.alidade.rules;

import dev.alidade.operation.Description;
import dev.alidade.policy.Right;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A role that is to be kept, whole: it takes the place of one of its name. */
record SaveRoleInput(
    String name,
    @Description("read unless said") Optional<List<Right>> rights,
    @Description("Operations that may be called; all that the rights allow unless said")
        Optional<List<String>> operations,
    @Description(
            "Sources that may be read, or * for those too that are added later; all of the configuration unless said")
        Optional<List<String>> sources,
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
        Optional<QueriesMode> queries,
    @Description(
            "Needed for the first role: from then on callers may do what their roles grant, and nothing else")
        Optional<Boolean> confirm) {
  SaveRoleInput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(confirm, "confirm");
  }

  RoleText text() {
    return new RoleText(
        name, rights, operations, sources, tables, columns, deny, limits, writes, queries);
  }
}
