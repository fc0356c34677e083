package dev.alidade.operation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.RandomId;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Records calls that change something, before and after. Of their input only the name of what they
 * change is recorded: the rest may be secret.
 */
final class Changes {
  private static final List<String> NAMES =
      List.of("name", "source", "job", "conversation", "approval", "share");
  private static final int LONGEST_NAME = 200;

  private final Audit audit;
  private final Clock clock;

  Changes(Audit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  /** Does the change between its two records; without the first it does not happen. */
  <T, E extends Exception> T record(
      Operation<?, ?> operation, JsonNode input, Caller caller, Step<T, E> change) throws E {
    // Whoever comes in or leaves is recorded as that; strangers could fill the record otherwise.
    if (operation.effect() == OperationEffect.READ || operation.forStrangers()) {
      return change.run();
    }
    Call call = new Call(RandomId.next("c"), caller, operation.name(), objectOf(input));
    write(call, AuditEvent.STARTED);
    T done;
    try {
      done = change.run();
    } catch (AlidadeException failure) {
      writeFailure(call, failure.code(), failure);
      throw failure;
    } catch (RuntimeException | Error failure) {
      writeFailure(call, ErrorCode.INTERNAL, failure);
      throw failure;
    }
    write(call, AuditEvent.OK);
    return done;
  }

  /** What a call does. */
  @FunctionalInterface
  interface Step<T, E extends Exception> {
    T run() throws E;
  }

  private record Call(String id, Caller caller, String operation, Optional<String> object) {}

  private void writeFailure(Call call, ErrorCode code, Throwable failure) {
    try {
      write(call, code.name());
    } catch (AlidadeException unavailable) {
      failure.addSuppressed(unavailable);
    }
  }

  private void write(Call call, String outcome) {
    audit.record(
        new AuditEvent.Change(
            call.id, clock.instant(), call.caller, call.operation, call.object, outcome));
  }

  private static Optional<String> objectOf(JsonNode input) {
    return NAMES.stream()
        .map(input::path)
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText)
        .filter(name -> name.length() <= LONGEST_NAME)
        .findFirst();
  }
}
