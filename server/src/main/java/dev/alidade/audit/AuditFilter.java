package dev.alidade.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which events of the audit are wanted; what is absent does not matter.
 *
 * @param kind "query", "change", "rule_change", "sign_in", or one that the audit writes for itself
 * @param table a table that the query reads, with or without its schema
 * @param outcome "ok", "running", or an error code
 * @param text stands anywhere in the question, the SQL, the operation, the object or the trace
 */
public record AuditFilter(
    Optional<String> kind,
    Optional<String> caller,
    Optional<String> source,
    Optional<String> table,
    Optional<String> outcome,
    Optional<String> door,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> text) {
  public AuditFilter {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(door, "door");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(until, "until");
    Objects.requireNonNull(text, "text");
  }

  boolean takes(AuditItem item) {
    return is(kind, item.kind())
        && is(caller, item.caller())
        && is(source, item.source())
        && is(outcome, item.outcome())
        && is(door, item.door())
        && table.map(wanted -> reads(item, wanted)).orElse(true)
        && from.map(first -> !item.time().isBefore(first)).orElse(true)
        && until.map(end -> item.time().isBefore(end)).orElse(true)
        && text.map(wanted -> says(item, wanted)).orElse(true);
  }

  private static boolean is(Optional<String> wanted, String value) {
    return wanted.map(value::equalsIgnoreCase).orElse(true);
  }

  private static boolean is(Optional<String> wanted, Optional<String> value) {
    return wanted.map(name -> value.map(name::equalsIgnoreCase).orElse(false)).orElse(true);
  }

  private static boolean reads(AuditItem item, String wanted) {
    return item.tables().stream()
        .map(table -> table.toLowerCase(Locale.ROOT))
        .anyMatch(
            table ->
                table.equals(wanted.toLowerCase(Locale.ROOT))
                    || table.endsWith("." + wanted.toLowerCase(Locale.ROOT)));
  }

  private static boolean says(AuditItem item, String wanted) {
    String needle = wanted.toLowerCase(Locale.ROOT);
    return Stream.of(
            item.question(),
            item.sql(),
            item.governed(),
            item.operation(),
            item.object(),
            item.trace())
        .flatMap(Optional::stream)
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(needle));
  }
}
