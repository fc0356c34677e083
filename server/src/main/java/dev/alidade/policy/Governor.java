package dev.alidade.policy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a statement and its caller into {@link GovernedSql}, or says why not. */
public final class Governor {
  /** The longest statement that is read, in characters. */
  public static final int LONGEST_STATEMENT = 1_000_000;

  /** What the caller may do with the statement; never fails on its text. */
  public Verdict judge(Caller caller, String source, Gate gate, String sql) {
    if (sql.length() > LONGEST_STATEMENT) {
      return refused(
          Inspection.refused(
              Effect.READ,
              Reason.of(
                  ErrorCode.REQUEST_TOO_LARGE,
                  "The statement has %,d characters; at most %,d are read. Bind long values as parameters"
                      .formatted(sql.length(), LONGEST_STATEMENT))));
    }
    Inspection inspection = gate.inspect(sql);
    if (!inspection.isAllowed()) {
      return refused(inspection);
    }
    if (inspection.effect() != Effect.READ) {
      List<Reason> reasons = new ArrayList<>(inspection.reasons());
      reasons.add(
          Reason.of(
              ErrorCode.NOT_READ_ONLY,
              "Only statements that read are allowed here; write a SELECT"));
      return new Verdict(inspection, Optional.empty(), reasons);
    }
    GovernedSql governed =
        new GovernedSql(
            source,
            sql,
            inspection.text().orElseThrow(),
            inspection.tables(),
            inspection.columns(),
            List.of());
    return new Verdict(inspection, Optional.of(governed), List.of());
  }

  /** The governed statement, or a failure with the first reason. */
  public GovernedSql govern(Caller caller, String source, Gate gate, String sql) {
    Verdict verdict = judge(caller, source, gate, sql);
    return verdict
        .governed()
        .orElseThrow(
            () -> {
              Reason first = verdict.reasons().getFirst();
              return new AlidadeException(first.code(), first.message(), first.location(), null);
            });
  }

  private static Verdict refused(Inspection inspection) {
    return new Verdict(inspection, Optional.empty(), inspection.reasons());
  }
}
