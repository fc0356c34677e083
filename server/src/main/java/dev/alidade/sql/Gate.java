package dev.alidade.sql;

import dev.alidade.base.ErrorCode;
import java.util.List;

/**
 * Reads one statement with the engine's own grammar and says what it would do; never executes it.
 *
 * <p>A gate is total: whatever the text, it returns an inspection. A parser that fails, overflows
 * its stack or takes too long is a refusal.
 */
@FunctionalInterface
public interface Gate {
  /** What the statement would do, and the text that may run if nothing speaks against it. */
  Inspection inspect(String sql);

  /**
   * What a statement would do that changes rows; only a single INSERT, UPDATE or DELETE of a single
   * table, whose effect is all in it, may run.
   */
  default WriteInspection inspectWrite(String sql) {
    return WriteInspection.refused(
        Reason.of(
            ErrorCode.NOT_SUPPORTED,
            "Nothing can be written to sources of this kind through Alidade; list_engines says where it can"));
  }

  /**
   * The same where some tables may be seen through views only: wherever such a table stands, the
   * text that may run reads its view instead, and nothing else is different. What is found of
   * tables, columns and functions is that of the statement itself. A statement in which a table
   * cannot be replaced with certainty is refused.
   */
  default Inspection inspect(String sql, List<TableView> views) {
    Inspection inspection = inspect(sql);
    boolean concerned = views.stream().anyMatch(view -> inspection.tables().contains(view.table()));
    if (!inspection.isAllowed() || !concerned) {
      return inspection;
    }
    return Inspection.refused(
        inspection.effect(),
        Reason.of(
            ErrorCode.NOT_SUPPORTED,
            "The statement reads a table that you may only see in part, which this engine cannot"
                + " show yet; read other tables"));
  }
}
