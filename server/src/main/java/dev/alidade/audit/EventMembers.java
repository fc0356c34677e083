package dev.alidade.audit;

import dev.alidade.base.Caller;
import dev.alidade.base.Trace;

/** What each kind of event leaves in its record. */
final class EventMembers {
  private EventMembers() {}

  static byte[] of(AuditEvent event) {
    Members members = new Members().add("time", event.time().toString());
    return switch (event) {
      case AuditEvent.QueryStarted started -> started(members, started);
      case AuditEvent.QueryEnded ended -> ended(members, ended);
      case AuditEvent.Change change -> change(members, change);
      case AuditEvent.RuleChange rule -> rule(members, rule);
      case AuditEvent.SignIn signIn -> signIn(members, signIn);
    };
  }

  private static byte[] started(Members members, AuditEvent.QueryStarted event) {
    members.add("kind", "query_started").add("query", event.query());
    caller(members, event.caller())
        .add("source", event.source())
        .add("question", event.question())
        .add("sql", event.sql())
        .add("governed", event.governed())
        .add("tables", event.tables())
        .add("columns", event.columns())
        .add("policies", event.policies());
    return members.bytes();
  }

  private static byte[] ended(Members members, AuditEvent.QueryEnded event) {
    return members
        .add("kind", "query_ended")
        .add("query", event.query())
        .add("outcome", event.outcome())
        .add("rows", event.rows())
        .add("bytes", event.bytes())
        .add("elapsed_us", event.elapsed().toNanos() / 1_000)
        .bytes();
  }

  private static byte[] change(Members members, AuditEvent.Change event) {
    members.add("kind", "change").add("call", event.call());
    return caller(members, event.caller())
        .add("operation", event.operation())
        .add("object", event.object())
        .add("outcome", event.outcome())
        .bytes();
  }

  private static byte[] rule(Members members, AuditEvent.RuleChange event) {
    return caller(members.add("kind", "rule_change"), event.caller())
        .add("object", event.object())
        .add("before", event.before())
        .add("after", event.after())
        .bytes();
  }

  private static byte[] signIn(Members members, AuditEvent.SignIn event) {
    return members
        .add("kind", "sign_in")
        .add("caller", event.name())
        .add("door", event.door())
        .add("method", event.method())
        .add("outcome", event.outcome())
        .bytes();
  }

  private static Members caller(Members members, Caller caller) {
    return members
        .add("caller", caller.name())
        .add("roles", caller.roles().stream().sorted().toList())
        .add("door", caller.door())
        .add("trace", caller.trace().map(Trace::id))
        .add("span", caller.trace().map(Trace::parent));
  }
}
