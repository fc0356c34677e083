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

class WriteFeatureTest {
  private static final String SEND =
      "{`source`:`shop`,`sql`:`UPDATE orders SET status = 'sent', total = total * 2 WHERE status = 'open'`}";

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
  void aPreviewShowsWhatWouldHappenAndChangesNothing() {
    JsonNode output = office.call(Office.WENDY, "preview_write", SEND);
    assertThat(output.at("/preview/table").asText()).isEqualTo("orders");
    assertThat(output.at("/preview/rows_touched").asLong()).isEqualTo(2);
    assertThat(output.at("/preview/columns/3/name").asText()).isEqualTo("new status");
    assertThat(output.at("/preview/rows").toString())
        .isEqualTo("[[1,\"open\",10,\"sent\",20],[2,\"open\",20,\"sent\",40]]");
    assertThat(output.has("approval_needed")).isFalse();
    assertThat(office.number("SELECT sum(total) FROM orders")).isEqualTo(60);
  }

  @Test
  void previewsShowWhatIsDeletedAndInserted() {
    assertThat(preview("DELETE FROM orders WHERE id = ?;", ",`parameters`:[3]"))
        .isEqualTo("[[3,\"sent\",30]]");
    assertThat(preview("INSERT INTO orders (id, status) VALUES (7, 'new; (x)'), (8, NULL)", ""))
        .isEqualTo("[[7,\"new; (x)\"],[8,null]]");
    assertThat(preview("INSERT INTO orders (id) SELECT id + 10 FROM orders", ""))
        .isEqualTo("[[11],[12],[13]]");
    assertThat(preview("UPDATE orders SET total = (SELECT max(total) FROM orders)", ""))
        .isEqualTo("[[1,\"open\",10,30],[2,\"open\",20,30],[3,\"sent\",30,30]]");
  }

  private String preview(String sql, String more) {
    String input = "{`source`:`shop`,`sql`:`%s`%s}".formatted(sql, more);
    return office.call(Office.WENDY, "preview_write", input).at("/preview/rows").toString();
  }

  @Test
  void aWriteIsMadeAndRecordedWithItsRows() {
    JsonNode output = office.call(Office.WENDY, "run_write", SEND);
    assertThat(output.get("state").asText()).isEqualTo("done");
    assertThat(output.get("rows_touched").asLong()).isEqualTo(2);
    assertThat(office.number("SELECT sum(total) FROM orders")).isEqualTo(90);
    assertThat(office.events)
        .filteredOn(AuditEvent.QueryEnded.class::isInstance)
        .extracting(event -> ((AuditEvent.QueryEnded) event).rows())
        .containsExactly(2L);
    assertThat(office.events)
        .filteredOn(AuditEvent.Change.class::isInstance)
        .extracting(event -> ((AuditEvent.Change) event).outcome())
        .containsExactly("started", "ok");
  }

  @Test
  void aPreviewIsRecordedAsRolledBack() {
    office.call(Office.WENDY, "preview_write", SEND);
    assertThat(office.events)
        .filteredOn(AuditEvent.QueryEnded.class::isInstance)
        .extracting(event -> ((AuditEvent.QueryEnded) event).outcome())
        .containsExactly("rolled_back", "ok");
  }

  @Test
  void anotherNumberOfRowsThanExpectedChangesNothing() {
    String input = SEND.replace("}", ",`expected_rows`:1}");
    assertThat(failure(Office.WENDY, "run_write", input))
        .hasMessageContaining("touches 2 rows, not 1; nothing was changed")
        .extracting(AlidadeException::code)
        .isEqualTo(ErrorCode.DATA_CHANGED);
    assertThat(office.number("SELECT sum(total) FROM orders")).isEqualTo(60);
    office.call(Office.WENDY, "run_write", input.replace(":1}", ":2}"));
    assertThat(office.number("SELECT sum(total) FROM orders")).isEqualTo(90);
  }

  @Test
  void onlyRolesThatSaySoMayWrite() {
    for (String operation : new String[] {"run_write", "preview_write"}) {
      assertThat(failure(Office.READER, operation, SEND).code())
          .isEqualTo(ErrorCode.PERMISSION_DENIED);
      assertThat(failure(Office.ADA, operation, SEND).code())
          .isEqualTo(ErrorCode.PERMISSION_DENIED);
    }
  }

  @Test
  void aDenialWinsAndSoDoesAPolicy() {
    assertThat(write("INSERT INTO ledger VALUES (1, 1)"))
        .hasMessageContaining("role `clerk` denies table `ledger`");
    for (String sql :
        new String[] {
          "INSERT INTO customers VALUES (3, 'east', 'e@x')",
          "DELETE FROM customers",
          "UPDATE customers SET region = 'west'",
          "INSERT INTO orders SELECT id + 10, email, 1 FROM customers",
          "UPDATE orders SET status = (SELECT min(email) FROM customers)",
          "DELETE FROM orders WHERE EXISTS (SELECT 1 FROM customers WHERE email = 'e@x')"
        }) {
      assertThat(write(sql)).as(sql).hasMessageContaining("shows you `customers` only in part");
    }
    assertThat(office.number("SELECT count(*) FROM customers")).isEqualTo(2);
  }

  private AlidadeException write(String sql) {
    AlidadeException failure =
        failure(Office.WENDY, "run_write", "{`source`:`shop`,`sql`:`%s`}".formatted(sql));
    assertThat(failure.code()).isEqualTo(ErrorCode.TABLE_DENIED);
    return failure;
  }

  private AlidadeException failure(Caller caller, String operation, String input) {
    return catchThrowableOfType(
        AlidadeException.class, () -> office.call(caller, operation, input));
  }
}
