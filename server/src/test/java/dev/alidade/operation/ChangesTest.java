package dev.alidade.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.AccessRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final Caller ADA = Caller.LOCAL.through("cli");

  record Input(String name, Optional<String> secret) {}

  record Output(boolean done) {}

  private final List<AuditEvent> events = new ArrayList<>();
  private final List<String> changed = new ArrayList<>();
  private boolean full;

  private final OperationRegistry registry =
      new OperationRegistry(
          List.of(
              operation("read_key", OperationEffect.READ),
              operation("create_key", OperationEffect.WRITE),
              operation("delete_key", OperationEffect.DESTRUCTIVE)),
          AccessRules.OPEN::of,
          this::record,
          Clock.systemUTC());

  @Test
  void whatChangesIsRecordedBeforeAndAfterWithoutItsSecrets() throws JsonProcessingException {
    call("create_key", "{\"name\": \"crm\", \"secret\": \"hunter2\"}");
    call("read_key", "{\"name\": \"crm\"}");
    assertThat(outcomes()).containsExactly("create_key crm started", "create_key crm ok");
    assertThat(events.toString()).doesNotContain("hunter2");
    AuditEvent.Change first = (AuditEvent.Change) events.getFirst();
    assertThat(first.caller()).isEqualTo(ADA);
    assertThat(((AuditEvent.Change) events.getLast()).call()).isEqualTo(first.call());
  }

  @Test
  void whatFailsIsRecordedAsThat() {
    assertThatThrownBy(() -> call("delete_key", "{\"name\": \"wrong\"}"))
        .isInstanceOf(AlidadeException.class);
    assertThatThrownBy(() -> call("delete_key", "{}")).isInstanceOf(AlidadeException.class);
    assertThat(outcomes())
        .containsExactly(
            "delete_key wrong started",
            "delete_key wrong DATA_ERROR",
            "delete_key ? started",
            "delete_key ? INVALID_INPUT");
  }

  @Test
  void nothingChangesThatCannotBeRecorded() throws JsonProcessingException {
    full = true;
    assertThatThrownBy(() -> call("create_key", "{\"name\": \"crm\"}"))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.AUDIT_UNAVAILABLE));
    assertThat(changed).isEmpty();
    call("read_key", "{\"name\": \"crm\"}");
    assertThat(changed).containsExactly("crm");
  }

  private Operation<Input, Output> operation(String name, OperationEffect effect) {
    return Operation.named(name, Input.class, Output.class)
        .title(name)
        .description(name)
        .effect(effect)
        .handledBy(this::change);
  }

  private Output change(Input input, Invocation invocation) {
    if (input.name().equals("wrong")) {
      throw new AlidadeException(ErrorCode.DATA_ERROR, "it is wrong");
    }
    changed.add(input.name());
    return new Output(true);
  }

  private void record(AuditEvent event) {
    if (full) {
      throw new AlidadeException(ErrorCode.AUDIT_UNAVAILABLE, "the disk is full");
    }
    events.add(event);
  }

  private List<String> outcomes() {
    return events.stream()
        .map(AuditEvent.Change.class::cast)
        .map(
            change ->
                change.operation() + " " + change.object().orElse("?") + " " + change.outcome())
        .toList();
  }

  private void call(String operation, String input) throws JsonProcessingException {
    Record output = registry.call(operation, Json.mapper().readTree(input), Invocation.of(ADA));
    assertThat(output).isEqualTo(new Output(true));
  }
}
