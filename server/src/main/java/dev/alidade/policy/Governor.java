package dev.alidade.policy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.sql.Effect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.Reason;
import dev.alidade.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns a statement and its caller into {@link GovernedSql}, or says why not. */
public final class Governor {
  /** The longest statement that is read, in characters. */
  public static final int LONGEST_STATEMENT = 1_000_000;

  private final Supplier<AccessRules> rules;
  private final ApprovedQueries approved;

  /** Rules for everybody alike: only reading. */
  public Governor() {
    this(() -> AccessRules.OPEN);
  }

  /** Rules as they are at each statement. */
  public Governor(Supplier<AccessRules> rules) {
    this(rules, ApprovedQueries.NONE);
  }

  /** The same; who may run approved queries only may run these. */
  public Governor(Supplier<AccessRules> rules, ApprovedQueries approved) {
    this.rules = rules;
    this.approved = approved;
  }

  /** What a caller may do and see now. */
  public Access access(Caller caller) {
    return rules.get().of(caller);
  }

  /** What a caller sees of a source now, to be compared with what they see later. */
  public Standing standing(Caller caller, String source) {
    return new Standing(rules, caller, source);
  }

  /** The same under the rules of this moment, whatever they become. */
  public Governor snapshot() {
    return under(rules.get());
  }

  /** The same as if these rules were in force. */
  public Governor under(AccessRules others) {
    return new Governor(() -> others, approved);
  }

  /** What the caller may do with the statement; never fails on its text. */
  public Verdict judge(Caller caller, Target target, String sql) {
    Optional<Reason> unapproved = unapproved(access(caller), target, sql);
    return unapproved.isPresent()
        ? refused(Inspection.refused(Effect.READ, unapproved.get()))
        : judgeProposal(caller, target, sql);
  }

  /** The same of a statement that is to be approved, and does not run before. */
  public Verdict judgeProposal(Caller caller, Target target, String sql) {
    Access access = access(caller);
    Inspection inspection = inspect(target.gate(), sql);
    if (access.isUnrestricted()) {
      return verdict(access, target.source(), sql, inspection, inspection, List.of());
    }
    return new Narrowing(access, target).apply(inspection, sql);
  }

  /** The governed statement, or a failure with the first reason. */
  public GovernedSql govern(Caller caller, Target target, String sql) {
    return governedOrFail(judge(caller, target, sql));
  }

  /** The same for somebody who may see everything. */
  public GovernedSql govern(Caller caller, String source, Gate gate, String sql) {
    Access access = access(caller);
    if (!access.isUnrestricted()) {
      throw new IllegalArgumentException("a caller who is restricted needs a target");
    }
    Inspection inspection = inspect(gate, sql);
    return governedOrFail(verdict(access, source, sql, inspection, inspection, List.of()));
  }

  /** The governed write, or a failure with the first reason. */
  public GovernedWrite governWrite(Caller caller, Target target, String sql) {
    unapproved(access(caller), target, sql)
        .or(() -> refusalOfLength(sql))
        .ifPresent(
            reason -> {
              throw new AlidadeException(reason.code(), reason.message());
            });
    return new Writing(access(caller), target).govern(sql);
  }

  /** What an account of the database itself is to see of {@code tables}, in a caller's place. */
  public GovernedAccount account(
      Caller caller, Target target, String name, List<TableName> tables) {
    return new Accounts(access(caller), target).account(name, tables);
  }

  /** Whether a caller sees every row and column of a table. */
  public boolean seesWhole(Caller caller, Target target, TableName table) {
    Access access = access(caller);
    return access.restraint(Restraint.APPROVED_QUERIES_ONLY).isEmpty()
        && access.table(target.source(), table, target.homeSchema()).allowed()
        && target
            .shape(table)
            .filter(
                shape ->
                    access
                        .viewOf(
                            target.source(), shape, target.homeSchema(), target.dialect(), false)
                        .isEmpty())
            .isPresent();
  }

  /** {@code ran} is the inspection of what runs, {@code seen} that of what was written. */
  static Verdict verdict(
      Access access,
      String source,
      String sql,
      Inspection seen,
      Inspection ran,
      List<String> policies) {
    if (!ran.isAllowed()) {
      return refused(ran);
    }
    if (ran.effect() != Effect.READ) {
      List<Reason> reasons = new ArrayList<>(ran.reasons());
      reasons.add(
          Reason.of(
              ErrorCode.NOT_READ_ONLY,
              "Only statements that read are allowed here; write a SELECT"));
      return new Verdict(ran, Optional.empty(), reasons);
    }
    GovernedSql governed =
        new GovernedSql(
            source,
            sql,
            seen.text().orElseThrow(),
            ran.text().orElseThrow(),
            access.withoutSecret(ran.text().orElseThrow()),
            seen.tables(),
            seen.columns(),
            policies);
    return new Verdict(seen, Optional.of(governed), List.of());
  }

  static Verdict refused(Inspection inspection) {
    return new Verdict(inspection, Optional.empty(), inspection.reasons());
  }

  /** Texts are compared to the letter: what differs in a space or a comment was not approved. */
  private Optional<Reason> unapproved(Access access, Target target, String sql) {
    return access
        .restraint(Restraint.APPROVED_QUERIES_ONLY)
        .filter(rule -> !approved.contains(target.source(), sql))
        .map(
            rule ->
                Reason.of(
                    ErrorCode.PERMISSION_DENIED,
                    "You may run approved queries only (%s), and this SQL is not the exact text of one; `list_queries` names them, `run_query` runs one"
                        .formatted(rule)));
  }

  private static Inspection inspect(Gate gate, String sql) {
    return refusalOfLength(sql)
        .map(reason -> Inspection.refused(Effect.READ, reason))
        .orElseGet(() -> gate.inspect(sql));
  }

  private static Optional<Reason> refusalOfLength(String sql) {
    return sql.length() <= LONGEST_STATEMENT
        ? Optional.empty()
        : Optional.of(
            Reason.of(
                ErrorCode.REQUEST_TOO_LARGE,
                "The statement has %,d characters; at most %,d are read. Bind long values as parameters"
                    .formatted(sql.length(), LONGEST_STATEMENT)));
  }

  private static GovernedSql governedOrFail(Verdict verdict) {
    return verdict
        .governed()
        .orElseThrow(
            () -> {
              Reason first = verdict.reasons().getFirst();
              return new AlidadeException(first.code(), first.message(), first.location(), null);
            });
  }
}
