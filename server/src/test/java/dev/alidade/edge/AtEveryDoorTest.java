package dev.alidade.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.edge.Doorways.Door;
import dev.alidade.edge.Doorways.Outcome;
import dev.alidade.identity.Household;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What opens one door opens all, and what is wrong is refused alike at each. */
class AtEveryDoorTest {
  private static final String CONFIGURED = "wendys-configured-key";
  @TempDir static Path folder;
  private static Household house;
  private static Doorways doors;

  /** Credentials that open, and those that have never opened or do no longer. */
  enum Shown {
    KEY_OF_THE_CONFIGURATION(true),
    API_KEY(true),
    KEY_WITH_A_ROLE(true),
    SESSION(true),
    NOTHING(false),
    NONSENSE(false),
    UNKNOWN_KEY(false),
    KEY_WITH_A_WRONG_SECRET(false),
    EXPIRED_KEY(false),
    REVOKED_KEY(false),
    KEY_OF_A_REMOVED_CALLER(false),
    SESSION_OF_A_REMOVED_CALLER(false),
    EXPIRED_SESSION(false),
    ENDED_SESSION(false);

    final boolean opens;

    Shown(boolean opens) {
      this.opens = opens;
    }
  }

  private static final Map<Shown, String> TOKENS = new EnumMap<>(Shown.class);

  @BeforeAll
  static void begin() throws Exception {
    house =
        new Household(
            folder,
            List.of(Household.configured("wendy", Set.of("admin", "viewer"), CONFIGURED)),
            new SampleOperations().registry().all());
    doors = new Doorways(house);
    wendy("create_caller", "{'name': 'ada', 'roles': ['viewer'], 'password': 'correct horse'}");
    wendy("create_caller", "{'name': 'bo', 'roles': ['viewer'], 'password': 'correct horse'}");

    TOKENS.put(Shown.EXPIRED_SESSION, house.signIn("ada", "correct horse"));
    TOKENS.put(
        Shown.EXPIRED_KEY,
        key("{'name': 'k', 'caller': 'ada', 'expires_at': '2026-01-01T01:00:00Z'}"));
    house.clock.forward(9 * 3_600);
    TOKENS.put(Shown.NOTHING, "");
    TOKENS.put(Shown.NONSENSE, "nonsense");
    TOKENS.put(Shown.UNKNOWN_KEY, "ald_0123456789abcdef_" + "A".repeat(43));
    TOKENS.put(Shown.KEY_OF_THE_CONFIGURATION, CONFIGURED);
    String ada = key("{'name': 'k', 'caller': 'ada'}");
    TOKENS.put(Shown.API_KEY, ada);
    TOKENS.put(Shown.KEY_WITH_A_ROLE, key("{'name': 'k', 'caller': 'wendy', 'roles': ['viewer']}"));
    TOKENS.put(Shown.KEY_WITH_A_WRONG_SECRET, ada.substring(0, 21) + "A".repeat(43));
    TOKENS.put(Shown.REVOKED_KEY, key("{'name': 'k', 'caller': 'ada'}"));
    wendy("revoke_api_key", "{'id': '%s'}".formatted(TOKENS.get(Shown.REVOKED_KEY)));
    TOKENS.put(Shown.KEY_OF_A_REMOVED_CALLER, key("{'name': 'k', 'caller': 'bo'}"));
    TOKENS.put(Shown.SESSION_OF_A_REMOVED_CALLER, house.signIn("bo", "correct horse"));
    wendy("remove_caller", "{'name': 'bo'}");
    TOKENS.put(Shown.SESSION, house.signIn("ada", "correct horse"));
    TOKENS.put(Shown.ENDED_SESSION, house.signIn("ada", "correct horse"));
    house.as(TOKENS.get(Shown.ENDED_SESSION), "sign_out", "{}");
  }

  private static JsonNode wendy(String operation, String input) {
    return house.as(CONFIGURED, operation, input);
  }

  private static String key(String input) {
    return wendy("create_api_key", input).get("key").asText();
  }

  @AfterAll
  static void end() throws Exception {
    doors.close();
    house.close();
  }

  @ParameterizedTest
  @EnumSource(Shown.class)
  void behavesTheSameAtEveryDoor(Shown shown) throws Exception {
    for (Door door : Door.values()) {
      // Guesses are slowed, which another test looks at.
      house.clock.forward(61);
      Outcome outcome = doors.knock(door, TOKENS.get(shown));
      boolean opens = shown.opens && (door != Door.WEB || shown == Shown.SESSION);
      assertThat(outcome.code())
          .as("%s at %s", shown, door)
          .isEqualTo(opens ? "ok" : "UNAUTHENTICATED");
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void refusesInTheSameWordsWhateverIsWrong(Door door) throws Exception {
    for (Shown shown : Shown.values()) {
      if (!shown.opens) {
        house.clock.forward(61);
        assertThat(doors.knock(door, TOKENS.get(shown)).words())
            .as(shown.toString())
            .isEqualTo(doors.knock(door, "").words())
            .contains("show a valid API key");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Door.class)
  void whatIsRevokedIsRefusedAtTheNextCall(Door door) throws Exception {
    if (door == Door.WEB) {
      String session = house.signIn("ada", "correct horse");
      assertThat(doors.knock(door, session).code()).isEqualTo("ok");
      house.as(session, "sign_out", "{}");
      assertThat(doors.knock(door, session).code()).isEqualTo("UNAUTHENTICATED");
      return;
    }
    String key = key("{'name': 'k', 'caller': 'ada'}");
    assertThat(doors.knock(door, key).code()).isEqualTo("ok");
    wendy("revoke_api_key", "{'id': '%s'}".formatted(key));
    assertThat(doors.knock(door, key).code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void anMcpSessionIsItsCallersOnly() throws Exception {
    String ada = TOKENS.get(Shown.API_KEY);
    String session = doors.openMcp(ada);

    assertThat(doors.callMcp(session, ada).statusCode()).isEqualTo(200);
    assertThat(doors.callMcp(session, TOKENS.get(Shown.SESSION)).statusCode())
        .as("the same caller with another credential")
        .isEqualTo(200);
    assertThat(doors.callMcp(session, CONFIGURED).statusCode()).isEqualTo(404);
    assertThat(doors.callMcp(session, "").statusCode()).isEqualTo(401);
  }

  @Test
  void anMcpSessionEndsWithItsKey() throws Exception {
    String key = key("{'name': 'k', 'caller': 'ada'}");
    String session = doors.openMcp(key);
    assertThat(doors.callMcp(session, key).statusCode()).isEqualTo(200);

    wendy("revoke_api_key", "{'id': '%s'}".formatted(key));

    assertThat(doors.callMcp(session, key).statusCode()).isEqualTo(401);
  }
}
