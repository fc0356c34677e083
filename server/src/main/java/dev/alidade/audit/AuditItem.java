package dev.alidade.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One event of the audit; a query is one, with its start and its end.
 *
 * @param trace the id of the trace of another system that it was part of
 * @param sequence the number of the record in its chain; for a query and a change, of its start
 */
public record AuditItem(
    int chain,
    long sequence,
    Instant time,
    String kind,
    Optional<String> caller,
    List<String> roles,
    Optional<String> door,
    Optional<String> trace,
    Optional<String> source,
    Optional<String> question,
    Optional<String> sql,
    Optional<String> governed,
    List<String> tables,
    List<String> columns,
    List<String> policies,
    Optional<String> operation,
    Optional<String> object,
    Optional<String> before,
    Optional<String> after,
    Optional<String> method,
    Optional<String> outcome,
    Optional<Long> rows,
    Optional<Long> bytes,
    Optional<Long> elapsedUs) {
  /** The outcome of what has begun and has no end in the audit: it runs, or was killed. */
  public static final String RUNNING = "running";

  public AuditItem {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(door, "door");
    Objects.requireNonNull(trace, "trace");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(governed, "governed");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(object, "object");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(bytes, "bytes");
    Objects.requireNonNull(elapsedUs, "elapsedUs");
    roles = List.copyOf(roles);
    tables = List.copyOf(tables);
    columns = List.copyOf(columns);
    policies = List.copyOf(policies);
  }

  /** An event from the record of its start, or its only one, and that of its end. */
  static AuditItem of(AuditEntry start, Optional<AuditEntry> end) {
    boolean isQuery = start.kind().equals("query_started");
    Optional<String> own = start.text("outcome");
    boolean hasEnd = isQuery || own.equals(Optional.of(AuditEvent.STARTED));
    Optional<String> outcome =
        hasEnd ? end.flatMap(entry -> entry.text("outcome")).or(() -> Optional.of(RUNNING)) : own;
    return new AuditItem(
        start.chain(),
        start.line().sequence(),
        start.time(),
        isQuery ? "query" : start.kind(),
        start.text("caller"),
        start.texts("roles"),
        start.text("door"),
        start.text("trace"),
        start.text("source"),
        start.text("question"),
        start.text("sql"),
        start.text("governed"),
        start.texts("tables"),
        start.texts("columns"),
        start.texts("policies"),
        start.text("operation"),
        start.text("object"),
        start.text("before"),
        start.text("after"),
        start.text("method"),
        outcome,
        end.flatMap(entry -> entry.number("rows")),
        end.flatMap(entry -> entry.number("bytes")),
        end.flatMap(entry -> entry.number("elapsed_us")));
  }
}
