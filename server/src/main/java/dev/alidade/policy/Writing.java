package dev.alidade.policy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import dev.alidade.sql.WriteInspection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Judges one statement that changes rows. */
final class Writing {
  private final Access access;
  private final Target target;

  Writing(Access access, Target target) {
    this.access = access;
    this.target = target;
  }

  /** The governed write, or a failure with the first reason. */
  GovernedWrite govern(String sql) {
    WriteInspection found = target.gate().inspectWrite(sql);
    if (!found.inspection().isAllowed()) {
      Reason first = found.inspection().reasons().getFirst();
      throw new AlidadeException(first.code(), first.message(), first.location(), null);
    }
    TableName changed = found.target().orElseThrow();
    check(changed, access.write(target.source(), changed, target.homeSchema()), "change");
    Set<TableName> touched = new LinkedHashSet<>(found.inspection().tables());
    touched.add(changed);
    for (TableName table : touched) {
      check(table, access.table(target.source(), table, target.homeSchema()), "read");
      checkSeenWhole(table);
    }
    return new GovernedWrite(target.source(), sql, found.inspection(), changed);
  }

  private void check(TableName table, Decision decision, String what) {
    if (!decision.allowed()) {
      throw new AlidadeException(
          ErrorCode.TABLE_DENIED,
          "You may not %s `%s`: %s".formatted(what, table, decision.rule()));
    }
  }

  /**
   * What a policy hides can be found out by changing it, or by what a constraint says, so that
   * nobody writes with what they see in part.
   */
  private void checkSeenWhole(TableName table) {
    TableShape shape =
        target
            .shape(table)
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.TABLE_DENIED, "`%s` is not in the catalog".formatted(table)));
    if (shape.isView()) {
      throw new AlidadeException(
          ErrorCode.TABLE_DENIED,
          "`%s` is a view; write to its tables themselves, and read no views in a write"
              .formatted(table));
    }
    if (access
        .viewOf(target.source(), shape, target.homeSchema(), target.dialect(), false)
        .isPresent()) {
      throw new AlidadeException(
          ErrorCode.TABLE_DENIED,
          "A policy or role shows you `%s` only in part, and whoever sees a table in part may not write with it; ask somebody who sees it whole"
              .formatted(table));
    }
  }
}
