package dev.alidade.rules;

import dev.alidade.operation.Description;
import dev.alidade.policy.Mask;
import dev.alidade.policy.RowFilter;
import dev.alidade.policy.TablePolicy;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A policy as it is written, with the settings of the configuration. */
public record PolicyText(
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
        Optional<Map<String, Object>> masks) {
  public PolicyText {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(table, "table");
    roles = roles.map(List::copyOf);
    Objects.requireNonNull(rows, "rows");
    // A mask may be JSON's null.
    masks = masks.map(given -> Collections.unmodifiableMap(new LinkedHashMap<>(given)));
  }

  /** The policy as it would have to be written. */
  static PolicyText of(TablePolicy policy) {
    Map<String, Object> masks = new LinkedHashMap<>();
    policy.masks().forEach((column, mask) -> masks.put(column, written(mask)));
    return new PolicyText(
        Optional.of(policy.name()),
        policy.source(),
        policy.table(),
        policy.roles().isEmpty()
            ? Optional.empty()
            : Optional.of(policy.roles().stream().sorted().toList()),
        policy.rows().map(RowFilter::condition),
        masks.isEmpty() ? Optional.empty() : Optional.of(masks));
  }

  /** In JSON, as {@link RuleReader} reads it. */
  String definition() {
    Map<String, Object> settings = new LinkedHashMap<>();
    name.ifPresent(value -> settings.put("name", value));
    settings.put("source", source);
    settings.put("table", table);
    roles.ifPresent(value -> settings.put("roles", value));
    rows.ifPresent(value -> settings.put("rows", value));
    masks.ifPresent(value -> settings.put("masks", value));
    return RoleText.json(settings);
  }

  private static Object written(Mask mask) {
    return switch (mask) {
      case Mask.Redact ignored -> "redact";
      case Mask.Hash ignored -> "hash";
      case Mask.Year ignored -> "year";
      case Mask.Null ignored -> "null";
      case Mask.Partial partial -> Map.of("partial", "last-" + partial.last());
      case Mask.Round round -> Map.of("round", round.multiple());
    };
  }
}
