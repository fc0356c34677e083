package dev.alidade.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.edge.Doorways.Door;
import dev.alidade.identity.Household;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.LimitKind;
import dev.alidade.policy.Limits;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The calls of a caller are counted together, through whatever door they come. */
class LimitsAtEveryDoorTest {
  private static final String WENDY = "wendys-configured-key";
  private static final String ADA = "adas-configured-key";

  @TempDir private Path folder;

  @Test
  void callsAMinuteAreCountedTogetherAtAllDoors() throws Exception {
    Limits two = Limits.of("caller `wendy`", Map.of(LimitKind.REQUESTS_PER_MINUTE, 2L));
    AccessRules rules = new AccessRules(List.of(), List.of(), "", Map.of("wendy", two));
    try (Household house =
            new Household(
                folder,
                List.of(
                    Household.configured("wendy", Set.of(), WENDY),
                    Household.configured("ada", Set.of(), ADA)),
                new SampleOperations().registry().all(),
                rules);
        Doorways doors = new Doorways(house)) {
      assertThat(doors.knock(Door.REST, WENDY).code()).isEqualTo("ok");
      house.clock.forward(15);
      assertThat(doors.knock(Door.CLI_IN_PROCESS, WENDY).code()).isEqualTo("ok");

      HttpResponse<String> rest =
          doors.send(
              doors
                  .post("/api/v1/echo", "{\"text\":\"hi\"}")
                  .header("Authorization", "Bearer " + WENDY));
      assertThat(rest.statusCode()).isEqualTo(429);
      assertThat(rest.headers().firstValue("Retry-After")).contains("45");
      assertThat(rest.body())
          .contains("TOO_MANY_REQUESTS", "caller `wendy` allows 2 calls a minute", "in 45 s");
      HttpResponse<String> mcp = doors.callMcp(doors.openMcp(WENDY), WENDY);
      assertThat(mcp.body()).contains("\"isError\":true", "TOO_MANY_REQUESTS", "in 45 s");
      assertThat(doors.knock(Door.CLI_TO_SERVER, WENDY).code()).isEqualTo("exit 4");
      assertThat(doors.knock(Door.CLI_IN_PROCESS, WENDY).words()).contains("in 45 s");
      assertThat(doors.knock(Door.REST, ADA).code()).isEqualTo("ok");

      house.clock.forward(45);
      assertThat(doors.knock(Door.REST, WENDY).code()).isEqualTo("ok");
      assertThat(doors.knock(Door.REST, WENDY).code()).isEqualTo("TOO_MANY_REQUESTS");
      house.clock.forward(15);
      assertThat(doors.knock(Door.REST_EVENTS, WENDY).code()).isEqualTo("ok");
    }
  }
}
