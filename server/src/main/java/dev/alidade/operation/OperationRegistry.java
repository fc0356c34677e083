package dev.alidade.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.admission.Slot;
import dev.alidade.audit.Audit;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.base.Scope;
import dev.alidade.policy.Access;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Decision;
import dev.alidade.policy.LimitKind;
import dev.alidade.policy.Right;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Every operation by name; doors derive themselves from it and call through it. */
public final class OperationRegistry {
  private final Map<String, Operation<?, ?>> operations = new LinkedHashMap<>();
  private final Changes changes;
  private final Function<Caller, Access> access;
  private final RequestRates rates;
  private final CallTurns turns = new CallTurns();
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /** A registry of these operations, in this order, for everybody and without an audit. */
  public OperationRegistry(List<Operation<?, ?>> operations) {
    this(operations, AccessRules.OPEN::of, event -> {}, Clock.systemUTC());
  }

  /**
   * The same for callers as far as {@code access} lets them; no call changes anything that {@code
   * audit} could not record.
   */
  public OperationRegistry(
      List<Operation<?, ?>> operations, Function<Caller, Access> access, Audit audit, Clock clock) {
    this.access = access;
    this.changes = new Changes(audit, clock);
    this.rates = new RequestRates(clock);
    for (Operation<?, ?> operation : operations) {
      if (this.operations.put(operation.name(), operation) != null) {
        throw new IllegalArgumentException("two operations are named " + operation.name());
      }
    }
  }

  /** All operations, in the order of their declaration. */
  public Collection<Operation<?, ?>> all() {
    return List.copyOf(operations.values());
  }

  /**
   * The operations that a caller may call; those too for which the caller would need another token,
   * because whoever never reads of them could not ask for it.
   */
  public Collection<Operation<?, ?>> allowedTo(Caller caller) {
    Caller anyToken = caller.within(Scope.ADMIN);
    return operations.values().stream()
        .filter(operation -> decide(operation, anyToken).allowed())
        .toList();
  }

  /** Whether there is an operation of that name which {@link #allowedTo} would name. */
  public boolean isAllowedTo(String name, Caller caller) {
    Operation<?, ?> operation = operations.get(name);
    return operation != null && decide(operation, caller.within(Scope.ADMIN)).allowed();
  }

  /** The operation of that name; fails with OPERATION_NOT_FOUND. */
  public Operation<?, ?> find(String name) {
    Operation<?, ?> operation = operations.get(name);
    if (operation == null) {
      throw new AlidadeException(
          ErrorCode.OPERATION_NOT_FOUND,
          "No operation `%s`%s. Operations: %s"
              .formatted(
                  name,
                  Nearest.hint(name, operations.keySet()),
                  String.join(", ", operations.keySet())));
    }
    return operation;
  }

  /** After every call that may have changed something, whatever door it came through. */
  public void whenChanged(Runnable listener) {
    listeners.add(listener);
  }

  /** Decodes the input, runs the operation and returns its output record. */
  public Record call(String name, JsonNode input, Invocation invocation) {
    Operation<?, ?> operation = find(name);
    Record output =
        changes.record(
            operation, input, invocation.caller(), () -> call(operation, input, invocation));
    if (operation.effect() != OperationEffect.READ) {
      listeners.forEach(Runnable::run);
    }
    return output;
  }

  /**
   * What has come of a decision that a result of this operation left open. It changes nothing and
   * is no call of the operation: whoever waits may look often.
   */
  public Record outcome(String name, String decision, Invocation invocation) {
    Operation<?, ?> operation = find(name);
    checkMay(operation, invocation.caller());
    return operation
        .outcome()
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.NOT_SUPPORTED,
                    "`%s` leaves no decision open; call it instead".formatted(name)))
        .handle(decision, invocation);
  }

  /** Decodes the input and writes the result in a format that the operation streams. */
  public void stream(
      String name, String mediaType, JsonNode input, Invocation invocation, OutputStream out)
      throws IOException {
    Operation<?, ?> operation = find(name);
    changes.<Boolean, IOException>record(
        operation,
        input,
        invocation.caller(),
        () -> {
          stream(operation, mediaType, input, invocation, out);
          return true;
        });
  }

  /** Whether an operation of that name may be called by who has not said who they are. */
  public boolean isForStrangers(String name) {
    Operation<?, ?> operation = operations.get(name);
    return operation != null && operation.forStrangers();
  }

  /**
   * The scope that a caller's token lacks for an operation which the caller's roles grant: with
   * another token the call would be heard.
   */
  public Optional<Scope> missingScope(String name, Caller caller) {
    Operation<?, ?> operation = operations.get(name);
    return operation == null ? Optional.empty() : missingScope(operation, caller);
  }

  /** What is said where a token's scope is missing. */
  public static AlidadeException insufficientScope(String operation, Scope missing) {
    return new AlidadeException(
        ErrorCode.INSUFFICIENT_SCOPE,
        "`%s` needs a token with the scope `%s`; ask the issuer for one with it"
            .formatted(operation, missing.word()));
  }

  private Optional<Scope> missingScope(Operation<?, ?> operation, Caller caller) {
    if (isForPeople(operation) && caller.isModel()) {
      return Optional.empty();
    }
    return operation
        .right()
        .flatMap(right -> access.apply(caller).missingScope(operation.name(), right));
  }

  private Decision decide(Operation<?, ?> operation, Caller caller) {
    if (isForPeople(operation) && caller.isModel()) {
      return new Decision(false, "`%s` is for people".formatted(operation.name()));
    }
    return operation
        .right()
        .map(right -> access.apply(caller).operation(operation.name(), right))
        .orElseGet(() -> new Decision(true, "`%s` is open to all".formatted(operation.name())));
  }

  /**
   * Whether it changes who may do what: words that a model reads in data, or is told, must not gain
   * anybody a right.
   */
  private static boolean isForPeople(Operation<?, ?> operation) {
    return operation.right().filter(Right.ADMINISTER::equals).isPresent()
        && operation.effect() != OperationEffect.READ;
  }

  /** Fails where a caller may not call an operation, of which this counts as a call. */
  public void admit(String name, Invocation invocation) {
    admit(find(name), invocation);
  }

  private void admit(Operation<?, ?> operation, Invocation invocation) {
    Caller caller = invocation.caller();
    checkMay(operation, caller);
    access
        .apply(caller)
        .limits()
        .find(LimitKind.REQUESTS_PER_MINUTE)
        .ifPresent(limit -> rates.count(caller.name(), limit));
  }

  private void checkMay(Operation<?, ?> operation, Caller caller) {
    if (caller.name().equals(Caller.STRANGER.name()) && !operation.forStrangers()) {
      throw new AlidadeException(
          ErrorCode.UNAUTHENTICATED,
          "`%s` is not for strangers; sign in first".formatted(operation.name()));
    }
    if (isForPeople(operation) && caller.isModel()) {
      throw new AlidadeException(
          ErrorCode.PERMISSION_DENIED,
          "A person calls `%s`, not a model or an agent: on the web page, at the command line or over REST"
              .formatted(operation.name()));
    }
    missingScope(operation, caller)
        .ifPresent(
            scope -> {
              throw insufficientScope(operation.name(), scope);
            });
    Decision decision = decide(operation, caller);
    if (!decision.allowed()) {
      throw new AlidadeException(
          ErrorCode.PERMISSION_DENIED,
          "You may not call `%s`: %s; ask an administrator for a role that grants it"
              .formatted(operation.name(), decision.rule()));
    }
  }

  private <I extends Record> Record call(
      Operation<I, ?> operation, JsonNode input, Invocation invocation) {
    admit(operation, invocation);
    try (Slot _ = turns.take(invocation)) {
      return operation.handler().handle(InputReader.read(operation, input), invocation);
    }
  }

  private <I extends Record> void stream(
      Operation<I, ?> operation,
      String mediaType,
      JsonNode input,
      Invocation invocation,
      OutputStream out)
      throws IOException {
    Streaming<I> streaming = operation.streams().get(mediaType);
    if (streaming == null) {
      throw new AlidadeException(
          ErrorCode.NOT_SUPPORTED,
          "`%s` is not available as %s; it can be had as application/json%s"
              .formatted(
                  operation.name(),
                  mediaType,
                  operation.streams().keySet().stream()
                      .map(type -> ", " + type)
                      .reduce("", String::concat)));
    }
    admit(operation, invocation);
    try (Slot _ = turns.take(invocation)) {
      streaming.write(InputReader.read(operation, input), invocation, out);
    }
  }
}
