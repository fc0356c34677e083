package dev.alidade.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.base.Caller;
import dev.alidade.identity.Household;
import dev.alidade.write.Office;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent proposes at MCP what a person approves at REST. */
class WritesAtTheDoorsTest {
  private static final String AGENT = "the-agents-key";
  private static final String ADA = "the-approvers-key";
  private static final String SENT = "SELECT count(*) FROM orders WHERE status = 'sent'";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private Path folder;

  @Test
  void whatAnAgentProposesAPersonApproves() throws Exception {
    try (Office office = new Office(folder);
        Household house =
            new Household(
                folder.resolve("house"),
                List.of(
                    Household.configured("agent", Set.of("clerk"), AGENT),
                    Household.configured("ada", Set.of("chief"), ADA)),
                office.operations(folder),
                office.rules);
        Doorways doors = new Doorways(house)) {
      office.add(new Caller("agent", Set.of("clerk"), Map.of()));
      String session = doors.openMcp(AGENT);
      String input =
          "{\"source\":\"shop\",\"sql\":\"UPDATE orders SET status = 'sent' WHERE status = 'open'\"}";

      JsonNode proposed = structured(doors.callMcp(session, AGENT, "run_write", input));
      assertThat(proposed.get("state").asText()).isEqualTo("waiting");
      String approval =
          "{\"approval\":\"%s\"}".formatted(proposed.at("/approval/approval").asText());
      assertThat(office.number(SENT)).isEqualTo(1);
      assertThat(doors.callMcp(session, AGENT, "approve", approval).body())
          .contains("PERMISSION_DENIED");
      assertThat(doors.rest("approve", approval, AGENT).statusCode()).isEqualTo(403);
      assertThat(office.number(SENT)).isEqualTo(1);

      HttpResponse<String> approved = doors.rest("approve", approval, ADA);
      assertThat(approved.statusCode()).as(approved.body()).isEqualTo(200);
      assertThat(JSON.readTree(approved.body()).get("done").asBoolean()).isTrue();
      assertThat(office.number(SENT)).isEqualTo(3);

      // The same caller at another door is no agent, and writes at once.
      assertThat(doors.rest("run_write", input.replace("open", "sent"), AGENT).body())
          .contains("\"state\":\"done\"");
    }
  }

  private static JsonNode structured(HttpResponse<String> answer) throws Exception {
    return JSON.readTree(answer.body()).at("/result/structuredContent");
  }
}
