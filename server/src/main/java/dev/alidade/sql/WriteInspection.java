package dev.alidade.sql;

import java.util.Objects;
import java.util.Optional;

/**
 * What the engine's own grammar found in one INSERT, UPDATE or DELETE.
 *
 * @param inspection what it would read and change; its tables include the changed one
 * @param target the one table whose rows it changes, where nothing speaks against it
 */
public record WriteInspection(Inspection inspection, Optional<TableName> target) {
  public WriteInspection {
    Objects.requireNonNull(inspection, "inspection");
    if (inspection.isAllowed() != target.isPresent()) {
      throw new IllegalArgumentException("what may run changes one table");
    }
  }

  /** A statement that is refused. */
  public static WriteInspection refused(Inspection inspection) {
    return new WriteInspection(inspection, Optional.empty());
  }

  /** A statement that is refused for one reason. */
  public static WriteInspection refused(Reason reason) {
    return refused(Inspection.refused(Effect.WRITE, reason));
  }
}
