package dev.alidade.audit;

import dev.alidade.base.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Something that the audit records. */
public sealed interface AuditEvent {
  /** The outcome of what went well; otherwise it is the name of an error code. */
  String OK = "ok";

  /** The outcome of a write that was tried and not kept. */
  String ROLLED_BACK = "rolled_back";

  /** The outcome of a change that begins. */
  String STARTED = "started";

  /** When it happened. */
  Instant time();

  /**
   * A query is about to run, or was refused.
   *
   * @param query joins it with its end
   * @param question what was asked in words, where the statement answers that
   * @param governed what will run; empty when the statement was refused
   * @param policies names of the policies that were applied
   */
  record QueryStarted(
      String query,
      Instant time,
      Caller caller,
      Optional<String> question,
      String source,
      String sql,
      Optional<String> governed,
      List<String> tables,
      List<String> columns,
      List<String> policies)
      implements AuditEvent {
    public QueryStarted {
      Objects.requireNonNull(query, "query");
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(caller, "caller");
      Objects.requireNonNull(question, "question");
      Objects.requireNonNull(source, "source");
      Objects.requireNonNull(sql, "sql");
      Objects.requireNonNull(governed, "governed");
      tables = List.copyOf(tables);
      columns = List.copyOf(columns);
      policies = List.copyOf(policies);
    }
  }

  /**
   * A query has ended.
   *
   * @param bytes of the values that were read: a character or byte each of texts, 8 of others
   */
  record QueryEnded(
      String query, Instant time, String outcome, long rows, long bytes, Duration elapsed)
      implements AuditEvent {
    public QueryEnded {
      Objects.requireNonNull(query, "query");
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(outcome, "outcome");
      Objects.requireNonNull(elapsed, "elapsed");
    }
  }

  /**
   * An operation that changes something was called; its input is not recorded.
   *
   * @param call joins the record of its start with that of its end
   * @param object the name of what it changes, where the call says one
   * @param outcome {@link #STARTED}, then {@link #OK} or an error code
   */
  record Change(
      String call,
      Instant time,
      Caller caller,
      String operation,
      Optional<String> object,
      String outcome)
      implements AuditEvent {
    public Change {
      Objects.requireNonNull(call, "call");
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(caller, "caller");
      Objects.requireNonNull(operation, "operation");
      Objects.requireNonNull(object, "object");
      Objects.requireNonNull(outcome, "outcome");
    }
  }

  /**
   * A role or a policy is about to be saved or removed.
   *
   * @param object "role" or "policy" with its name
   * @param before what it said; empty where there was none
   * @param after what it will say; empty where it is removed
   */
  record RuleChange(
      Instant time, Caller caller, String object, Optional<String> before, Optional<String> after)
      implements AuditEvent {
    public RuleChange {
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(caller, "caller");
      Objects.requireNonNull(object, "object");
      Objects.requireNonNull(before, "before");
      Objects.requireNonNull(after, "after");
    }
  }

  /**
   * Somebody came in, tried to, or left.
   *
   * @param name who they said they are
   * @param method how: "password", "api_key", "session", "token"
   * @param outcome {@link #OK}, `signed_out`, or an error code
   */
  record SignIn(Instant time, String name, String door, String method, String outcome)
      implements AuditEvent {
    public SignIn {
      Objects.requireNonNull(time, "time");
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(door, "door");
      Objects.requireNonNull(method, "method");
      Objects.requireNonNull(outcome, "outcome");
    }
  }
}
