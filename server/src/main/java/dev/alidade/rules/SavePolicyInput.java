package dev.alidade.rules;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A policy that is to be kept, whole: it takes the place of one of its name. */
record SavePolicyInput(
    @Description("`source.table` unless said") Optional<String> name,
    String source,
    @Description("As `schema.table`, `table` or `schema.*`") String table,
    @Description("Roles that it concerns; everybody but admin unless said")
        Optional<List<String>> roles,
    @Description(
            "A condition in the source's SQL on the rows that are seen, such as region = {caller.region}")
        Optional<String> rows,
    @Description(
            "What is shown in place of a column's values, by column: redact, hash, year, null, {\"partial\": \"last-4\"} or {\"round\": 1000}")
        Optional<Map<String, Object>> masks,
    @Description(
            "Values of the caller's attributes to try `rows` with, where the text `1` would not do")
        Optional<Map<String, String>> attributes) {
  SavePolicyInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(table, "table");
    attributes = attributes.map(Map::copyOf);
  }

  PolicyText text() {
    return new PolicyText(name, source, table, roles, rows, masks);
  }
}
