package dev.alidade.sql;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the engine's own grammar found in one statement.
 *
 * @param text what may be sent to the engine: printed back from the syntax tree where the grammar
 *     can print, the very text that was parsed where it cannot; empty when the statement is refused
 * @param tables base tables and views that the engine would read or change
 * @param columns columns as far as the grammar tells, {@code table.column} where it is known
 * @param functions functions that are called, in lower case
 * @param reasons why it is refused; a statement without reasons may run
 */
public record Inspection(
    Effect effect,
    Optional<String> text,
    List<TableName> tables,
    List<String> columns,
    List<String> functions,
    List<Reason> reasons) {
  public Inspection {
    Objects.requireNonNull(effect, "effect");
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    functions = List.copyOf(functions);
    reasons = List.copyOf(reasons);
    if (text.isPresent() != reasons.isEmpty()) {
      throw new IllegalArgumentException("a statement has either a text to run or reasons not to");
    }
  }

  /** A statement that is refused before anything is known of it. */
  public static Inspection refused(Effect effect, Reason reason) {
    return new Inspection(
        effect, Optional.empty(), List.of(), List.of(), List.of(), List.of(reason));
  }

  /** The same findings, where another text runs that says the same of other tables. */
  public Inspection running(String other) {
    return new Inspection(effect, Optional.of(other), tables, columns, functions, reasons);
  }

  /** Whether the grammar found nothing against it. */
  public boolean isAllowed() {
    return reasons.isEmpty();
  }
}
