package dev.alidade.trail;

import dev.alidade.audit.AuditItem;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Optional;

/** One event of the audit; a query is one, with its start and its end. */
public record AuditEventOutput(
    String time,
    @Description("query, change, rule_change, sign_in, recovered or pruned") String kind,
    Optional<String> caller,
    List<String> roles,
    Optional<String> door,
    @Description("ok, an error code, or running: it runs, or was killed") Optional<String> outcome,
    Optional<String> source,
    @Description("What was asked in words, where the statement answers that")
        Optional<String> question,
    @Description("The statement as it was written") Optional<String> sql,
    @Description("What ran; absent where the statement was refused") Optional<String> governed,
    List<String> tables,
    List<String> columns,
    List<String> policies,
    Optional<Long> rows,
    @Description("Of the values that were read: a character or byte each of texts, 8 of others")
        Optional<Long> bytes,
    Optional<Long> elapsedUs,
    @Description("What was called, where it changes something") Optional<String> operation,
    @Description("The name of what was changed") Optional<String> object,
    @Description("What a role or policy said before") Optional<String> before,
    @Description("What it says now; absent where it was removed") Optional<String> after,
    @Description("How somebody signed in") Optional<String> method,
    @Description("The trace of another system that it was part of") Optional<String> trace,
    @Description("The chain of records that it stands in") int chain,
    @Description("Its number there, which ./alidade audit verify names") long sequence) {
  public AuditEventOutput {
    roles = List.copyOf(roles);
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    policies = List.copyOf(policies);
  }

  static AuditEventOutput of(AuditItem item) {
    return new AuditEventOutput(
        item.time().toString(),
        item.kind(),
        item.caller(),
        item.roles(),
        item.door(),
        item.outcome(),
        item.source(),
        item.question(),
        item.sql(),
        item.governed(),
        item.tables(),
        item.columns(),
        item.policies(),
        item.rows(),
        item.bytes(),
        item.elapsedUs(),
        item.operation(),
        item.object(),
        item.before(),
        item.after(),
        item.method(),
        item.trace(),
        item.chain(),
        item.sequence());
  }
}
