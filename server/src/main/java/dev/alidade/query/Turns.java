package dev.alidade.query;

import dev.alidade.admission.Admission;
import dev.alidade.admission.Manner;
import dev.alidade.admission.Slot;
import dev.alidade.admission.Ticket;
import dev.alidade.admission.Work;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.engine.Capability;
import dev.alidade.engine.Engine;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.PoolState;
import dev.alidade.engine.ResultStream;
import dev.alidade.policy.LimitKind;
import dev.alidade.policy.Limits;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Lets governed statements use their sources: in their turn, or in a transaction that has one. */
final class Turns implements AutoCloseable {
  private static final Work TRANSACTION = Work.of("transaction");

  private final Concurrency limits;
  private final Admission admission;
  private final Transactions transactions;
  private final Map<String, Integer> capacities = new ConcurrentHashMap<>();

  Turns(Concurrency limits, Clock clock) {
    this.limits = limits;
    this.admission = new Admission("queries", limits.perCaller(), limits.waiting());
    this.transactions = new Transactions(clock, admission, limits);
  }

  /** Starts a statement in the transaction that its request names. */
  ResultStream inTransaction(
      QueryRequest request, Bounds bounds, Engine engine, ExecutionRequest execution, Run run) {
    String handle = request.transaction().orElseThrow();
    Transactions.Use use = transactions.take(request, handle, run.cancellation());
    run.admitted(use);
    checkCost(bounds, engine, execution);
    return use.transaction().execute(execution);
  }

  /** Starts a statement by itself, when it is its turn. */
  ResultStream alone(
      QueryRequest request, Bounds bounds, Engine engine, ExecutionRequest execution, Run run) {
    run.admitted(enter(request, bounds, engine, run));
    checkCost(bounds, engine, execution);
    return engine.execute(execution);
  }

  /** Fails where the caller's limits do not allow what the engine expects the statement to cost. */
  static void checkCost(Bounds bounds, Engine engine, ExecutionRequest execution) {
    if (bounds.limits().find(LimitKind.COST).isPresent()
        && engine.capabilities().contains(Capability.EXPLAIN)) {
      bounds.checkCost(execution.sql(), engine.explain(execution));
    }
  }

  /** Waits for the turn of a request. */
  Slot enter(QueryRequest request, Bounds bounds, Engine engine, Run run) {
    Ticket ticket =
        new Ticket(
            request.caller().name(),
            request.source(),
            capacityOf(request.source(), engine),
            request.limits().manner(),
            bounds.limits().find(LimitKind.CONCURRENT_QUERIES),
            Optional.of(Work.of(request.sql())));
    return admission.enter(ticket, request.limits().patience(), run.cancellation());
  }

  /** As many queries run on a source as it has connections. */
  private int capacityOf(String source, Engine engine) {
    return capacities.computeIfAbsent(
        source,
        ignored -> {
          int connections = engine.pools().stream().mapToInt(PoolState::most).sum();
          return connections > 0 ? connections : limits.perSource();
        });
  }

  /** Begins a transaction, when it is its turn. */
  OpenTransaction begin(
      Caller caller,
      String source,
      Engine engine,
      Limits own,
      Duration idle,
      Cancellation cancellation) {
    Ticket ticket =
        new Ticket(
            caller.name(),
            source,
            capacityOf(source, engine),
            Manner.PROMPT,
            own.find(LimitKind.CONCURRENT_QUERIES),
            Optional.of(TRANSACTION));
    Duration patience = QueryLimits.INTERACTIVE.patience();
    return transactions.begin(ticket, engine, idle, patience, cancellation);
  }

  /** Ends a transaction of the caller. */
  void end(Caller caller, String transaction) {
    transactions.end(caller, transaction);
  }

  /** Ends transactions that were idle for too long. */
  void sweep() {
    transactions.sweep();
  }

  /** The source is another one now. */
  void forget(String source) {
    capacities.remove(source);
  }

  @Override
  public void close() {
    transactions.close();
  }
}
