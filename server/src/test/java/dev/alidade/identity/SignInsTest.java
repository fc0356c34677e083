package dev.alidade.identity;

import static dev.alidade.identity.CallersTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.alidade.audit.AuditEvent;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignInsTest {
  @TempDir Path folder;
  private Household house;
  private String ada;

  @BeforeEach
  void open() {
    house = new Household(folder, List.of(), List.of());
    ada = house.ada();
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aSessionEndsWithoutUse() throws Exception {
    house.clock.forward(Duration.ofHours(7).toSeconds());
    assertThat(who(ada)).isEqualTo("ada");
    awaitUse();
    house.clock.forward(Duration.ofHours(7).toSeconds());
    assertThat(who(ada)).isEqualTo("ada");
    awaitUse();

    house.clock.forward(Duration.ofHours(8).toSeconds());

    assertFails(() -> who(ada), ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void aSessionEndsHoweverMuchItIsUsed() throws Exception {
    for (int hour = 0; hour < 7 * 24 - 6; hour += 6) {
      house.clock.forward(Duration.ofHours(6).toSeconds());
      assertThat(who(ada)).isEqualTo("ada");
      awaitUse();
    }

    house.clock.forward(Duration.ofHours(6).toSeconds());

    assertFails(() -> who(ada), ErrorCode.UNAUTHENTICATED);
  }

  /** The use is noted in the background. */
  private void awaitUse() {
    String id = Token.read(ada).orElseThrow().id();
    await()
        .atMost(Duration.ofSeconds(20))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(
            () ->
                house
                    .identities
                    .sessions()
                    .find(id)
                    .orElseThrow()
                    .usedAt()
                    .equals(house.clock.instant()));
  }

  @Test
  void signingOutEndsTheSessionThatIsShown() {
    String other = house.signIn("ada", "correct horse");

    assertThat(house.as(ada, "sign_out", "{}").get("signed_out").asBoolean()).isTrue();

    assertFails(() -> who(ada), ErrorCode.UNAUTHENTICATED);
    assertThat(who(other)).isEqualTo("ada");
    assertThat(house.as(ada, "sign_out", "{}").get("signed_out").asBoolean()).isFalse();
    assertThat(house.call("sign_out", "{}").get("signed_out").asBoolean()).isFalse();
  }

  @Test
  void whoeverIsWrongLearnsNothing() {
    String wrongPassword = message("ada", "wrong password");
    String wrongName = message("adda", "correct horse");

    assertThat(wrongPassword).isEqualTo(wrongName).contains("The name or the password is wrong");
  }

  private String message(String name, String password) {
    return org.assertj.core.api.Assertions.catchThrowable(() -> house.signIn(name, password))
        .getMessage();
  }

  @Test
  void aBrowserShowsSessionsOnly() {
    String key = house.as(ada, "create_api_key", "{'name': 'k'}").get("key").asText();
    Entrance web = new Entrance("web", "127.0.0.1");

    assertThat(house.call(new Credential.Cookie(web, ada), "who_am_i", "{}").get("door").asText())
        .isEqualTo("web");
    assertFails(
        () -> house.call(new Credential.Cookie(web, key), "who_am_i", "{}"),
        ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void signInsAreRecorded() {
    house.events.clear();
    house.signIn("ada", "correct horse");
    message("ada", "wrong");
    message("nobody", "wrong");
    house.as(ada, "sign_out", "{}");
    assertFails(() -> who(ada), ErrorCode.UNAUTHENTICATED);
    await().atMost(Duration.ofSeconds(20)).until(() -> house.events.size() == 5);

    assertThat(house.events)
        .extracting(event -> ((AuditEvent.SignIn) event).name() + " " + outcome(event))
        .containsExactly(
            "ada ok",
            "ada UNAUTHENTICATED",
            "nobody UNAUTHENTICATED",
            "ada signed_out",
            ada.substring(0, 20) + " UNAUTHENTICATED");
  }

  private static String outcome(AuditEvent event) {
    return ((AuditEvent.SignIn) event).outcome();
  }

  @Test
  void strangersDoNothingElse() {
    for (String operation : List.of("who_am_i", "list_callers", "list_api_keys")) {
      assertFails(() -> house.call(operation, "{}"), ErrorCode.UNAUTHENTICATED);
    }
  }

  private String who(String token) {
    return house.as(token, "who_am_i", "{}").get("name").asText();
  }
}
