package dev.alidade.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalsTest {
  private static final String SEND =
      "{`source`:`shop`,`sql`:`UPDATE orders SET status = ? WHERE status = 'open'`,`parameters`:[`sent`]}";
  private static final String SENT = "SELECT count(*) FROM orders WHERE status = 'sent'";
  private static final Caller AGENT = Office.WENDY.through("mcp");

  @TempDir private Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatAnAgentWritesWaitsForAPerson() {
    String id = propose(AGENT);
    assertThat(office.number(SENT)).isEqualTo(1);

    JsonNode pending = office.call(Office.ADA, "list_approvals", "{`state`:`pending`}");
    assertThat(pending.at("/approvals/0/approval").asText()).isEqualTo(id);
    assertThat(pending.at("/approvals/0/proposed_by").asText()).isEqualTo("wendy");
    assertThat(pending.at("/approvals/0/door").asText()).isEqualTo("mcp");
    JsonNode approved = approve(Office.ADA, id);
    assertThat(approved.get("done").asBoolean()).isTrue();
    assertThat(approved.at("/approval/state").asText()).isEqualTo("done");
    assertThat(approved.at("/approval/decided_by").asText()).isEqualTo("ada");
    assertThat(office.number(SENT)).isEqualTo(3);
  }

  @Test
  void aRoleMaySendItsWritesToApproval() {
    assertThat(office.call(Office.TRAINEE, "preview_write", SEND).get("approval_needed").asText())
        .contains("role `trainee`");
    String id = propose(Office.TRAINEE);
    assertThat(office.number(SENT)).isEqualTo(1);
    approve(Office.ADA, id);
    assertThat(office.number(SENT)).isEqualTo(3);
  }

  @Test
  void everythingIsRecorded() {
    approve(Office.ADA, propose(AGENT));
    assertThat(office.events)
        .filteredOn(AuditEvent.Change.class::isInstance)
        .extracting(
            event ->
                ((AuditEvent.Change) event).operation()
                    + " "
                    + ((AuditEvent.Change) event).caller().name())
        .contains("run_write wendy", "approve ada");
    assertThat(office.events)
        .filteredOn(AuditEvent.QueryStarted.class::isInstance)
        .extracting(event -> ((AuditEvent.QueryStarted) event).caller().name())
        .containsOnly("wendy");
    assertThat(office.events)
        .filteredOn(AuditEvent.QueryEnded.class::isInstance)
        .last()
        .extracting(
            event -> ((AuditEvent.QueryEnded) event).rows(),
            event -> ((AuditEvent.QueryEnded) event).outcome())
        .containsExactly(2L, "ok");
  }

  @Test
  void nobodyApprovesTheirOwnNorAnAgentAnybodys() {
    Caller both = Office.person("wendy", "chief");
    String id = propose(AGENT);
    assertThat(failure(both, id)).hasMessageContaining("somebody else has to approve");
    assertThat(failure(Office.ADA.through("mcp"), id)).hasMessageContaining("A person decides");
    assertThat(failure(Office.READER, id).code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(failure(Office.ADA, "apr_nothing").code()).isEqualTo(ErrorCode.APPROVAL_NOT_FOUND);
    assertThat(office.number(SENT)).isEqualTo(1);
  }

  @Test
  void anApprovalSaysWhyOneCannotApproveIt() {
    String id = propose(AGENT);
    assertThat(obstacle(AGENT, id)).contains("A person decides on a write");
    assertThat(obstacle(Office.WENDY, id)).contains("somebody else has to approve");
    assertThat(obstacle(Office.ADA, id)).isEmpty();
    approve(Office.ADA, id);
    assertThat(obstacle(Office.ADA, id)).contains("is done");
  }

  private String obstacle(Caller caller, String id) {
    return office
        .call(caller, "show_approval", "{`approval`:`%s`}".formatted(id))
        .path("cannot_approve")
        .asText();
  }

  @Test
  void anApprovalHoldsOnce() {
    String id = propose(AGENT);
    approve(Office.ADA, id);
    assertThat(failure(Office.ADA, id))
        .hasMessageContaining("is done and cannot be decided any more")
        .extracting(AlidadeException::code)
        .isEqualTo(ErrorCode.APPROVAL_OVER);
  }

  @Test
  void anApprovalEnds() {
    String id = propose(AGENT);
    office.clock.forward(24 * 3_600 + 1);
    assertThat(failure(Office.ADA, id)).hasMessageContaining("is expired");
    assertThat(office.call(Office.ADA, "list_approvals", "{`state`:`expired`}").get("approvals"))
        .hasSize(1);
    assertThat(office.number(SENT)).isEqualTo(1);
  }

  @Test
  void whatIsRefusedIsNotDone() {
    String id = propose(AGENT);
    JsonNode refused =
        office.call(Office.ADA, "refuse", "{`approval`:`%s`,`reason`:`not now`}".formatted(id));
    assertThat(refused.get("state").asText()).isEqualTo("refused");
    assertThat(
            office
                .call(AGENT, "show_approval", "{`approval`:`%s`}".formatted(id))
                .get("note")
                .asText())
        .isEqualTo("not now");
    assertThat(failure(Office.ADA, id)).hasMessageContaining("is refused");
    assertThat(office.number(SENT)).isEqualTo(1);
  }

  @Test
  void whenTheDataHasChangedItAsksAgain() {
    String id = propose(AGENT);
    office.meanwhile("INSERT INTO orders VALUES (9, 'open', 90)");
    JsonNode changed = approve(Office.ADA, id);
    assertThat(changed.get("done").asBoolean()).isFalse();
    assertThat(changed.get("message").asText()).contains("touches 3 rows now, not 2");
    assertThat(changed.at("/approval/state").asText()).isEqualTo("pending");
    assertThat(changed.at("/approval/preview/rows_touched").asLong()).isEqualTo(3);
    assertThat(office.number(SENT)).isEqualTo(1);

    assertThat(approve(Office.ADA, id).get("done").asBoolean()).isTrue();
    assertThat(office.number(SENT)).isEqualTo(4);
  }

  @Test
  void whoeverMayNotWriteAnyMoreIsNotWrittenFor() {
    String id = propose(AGENT);
    office.people.put("wendy", Office.person("wendy", "reader"));
    assertThat(failure(Office.ADA, id).code()).isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
    assertThat(
            office
                .call(Office.ADA, "show_approval", "{`approval`:`%s`}".formatted(id))
                .get("state")
                .asText())
        .isEqualTo("failed");
    String another = propose(AGENT);
    office.people.remove("wendy");
    assertThat(failure(Office.ADA, another)).hasMessageContaining("is no caller any more");
    assertThat(office.number(SENT)).isEqualTo(1);
  }

  @Test
  void whoeverSeesTheTableInPartSeesNoRowsOfThePreview() {
    String id = propose(AGENT);
    String input = "{`approval`:`%s`}".formatted(id);
    assertThat(office.call(AGENT, "show_approval", input).at("/preview/rows")).hasSize(2);
    JsonNode seen = office.call(Office.ADA, "show_approval", input);
    assertThat(seen.at("/preview/rows")).isEmpty();
    assertThat(seen.at("/preview/rows_touched").asLong()).isEqualTo(2);
    assertThat(seen.get("parameters").toString()).isEqualTo("[\"sent\"]");
    assertThat(
            catchThrowableOfType(
                    AlidadeException.class,
                    () -> office.call(Office.READER, "show_approval", input))
                .code())
        .isEqualTo(ErrorCode.APPROVAL_NOT_FOUND);
  }

  private String propose(Caller caller) {
    JsonNode output = office.call(caller, "run_write", SEND);
    assertThat(output.get("state").asText()).isEqualTo("waiting");
    assertThat(output.get("rows_touched").asLong()).isEqualTo(2);
    return output.at("/approval/approval").asText();
  }

  private JsonNode approve(Caller caller, String id) {
    return office.call(caller, "approve", "{`approval`:`%s`}".formatted(id));
  }

  private AlidadeException failure(Caller caller, String id) {
    return catchThrowableOfType(AlidadeException.class, () -> approve(caller, id));
  }
}
