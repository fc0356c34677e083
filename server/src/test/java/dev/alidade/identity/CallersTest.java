package dev.alidade.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallersTest {
  @TempDir Path folder;
  private Household house;

  @BeforeEach
  void open() {
    house = new Household(folder, List.of(), List.of());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theFirstCallerClosesTheServer() {
    assertThat(house.call("who_am_i", "{}").get("open").asBoolean()).isTrue();

    JsonNode created =
        house.call(
            "create_caller",
            "{'name': 'ada', 'roles': ['admin'], 'attributes': {'region': 'west'}, 'password': 'correct horse'}");

    assertThat(created.get("note").asText()).startsWith("The server is no longer open");
    assertThat(created.has("api_key")).isFalse();
    assertThat(created.toString()).doesNotContain("horse", "argon2");
    assertFails(() -> house.call("who_am_i", "{}"), ErrorCode.UNAUTHENTICATED);
    JsonNode ada = house.as(house.signIn("ada", "correct horse"), "who_am_i", "{}");
    assertThat(ada.get("name").asText()).isEqualTo("ada");
    assertThat(ada.at("/attributes/region").asText()).isEqualTo("west");
    assertThat(ada.get("method").asText()).isEqualTo("session");
    assertThat(ada.get("open").asBoolean()).isFalse();
  }

  @Test
  void theFirstCallerMustAdminister() {
    assertFails(
        () -> house.call("create_caller", "{'name': 'bo', 'roles': ['viewer']}"),
        ErrorCode.INVALID_INPUT,
        "give `bo` a role that administers");
    assertThat(house.identities.isOpen()).isTrue();
  }

  @Test
  void aCallerWithoutPasswordGetsAKey() {
    JsonNode created = house.call("create_caller", "{'name': 'robot', 'roles': ['admin']}");

    String key = created.at("/api_key/key").asText();
    assertThat(key).matches("ald_[0-9a-f]{16}_[A-Za-z0-9_-]{43}");
    assertThat(house.as(key, "who_am_i", "{}").get("name").asText()).isEqualTo("robot");
  }

  @Test
  void namesAndRolesAreChecked() {
    String ada = house.ada();

    for (String name : List.of("", "a b", "-x", "x\\n", "local", "system", "stranger")) {
      assertFails(
          () -> house.as(ada, "create_caller", "{'name': '%s', 'roles': []}".formatted(name)),
          ErrorCode.INVALID_INPUT);
    }
    assertFails(
        () -> house.as(ada, "create_caller", "{'name': 'bo', 'roles': ['analist']}"),
        ErrorCode.INVALID_INPUT,
        "did you mean `analyst`?");
    assertFails(
        () -> house.as(ada, "create_caller", "{'name': 'ada', 'roles': []}"),
        ErrorCode.INVALID_INPUT,
        "There is a caller `ada` already");
    assertFails(
        () -> house.as(ada, "create_caller", "{'name': 'bo', 'roles': [], 'password': 'short'}"),
        ErrorCode.INVALID_INPUT,
        "8 to 1024 characters");
  }

  @Test
  void onlyAdministratorsDealWithCallers() {
    String ada = house.ada();
    house.as(ada, "create_caller", "{'name': 'bo', 'roles': ['viewer'], 'password': 'bobobobo'}");
    String bo = house.signIn("bo", "bobobobo");

    assertFails(() -> house.as(bo, "list_callers", "{}"), ErrorCode.PERMISSION_DENIED);
    assertFails(
        () -> house.as(bo, "create_caller", "{'name': 'eve', 'roles': ['admin']}"),
        ErrorCode.PERMISSION_DENIED);
    assertFails(
        () -> house.as(bo, "remove_caller", "{'name': 'ada'}"), ErrorCode.PERMISSION_DENIED);
    assertFails(
        () -> house.as(bo, "set_password", "{'caller': 'ada', 'password': 'eeeeeeee'}"),
        ErrorCode.PERMISSION_DENIED);
    assertThat(house.as(ada, "list_callers", "{}").get("callers")).hasSize(2);
  }

  @Test
  void aRemovedCallerIsOutAtOnce() {
    String ada = house.ada();
    house.as(ada, "create_caller", "{'name': 'bo', 'roles': ['viewer'], 'password': 'bobobobo'}");
    String bo = house.signIn("bo", "bobobobo");
    String key = house.as(bo, "create_api_key", "{'name': 'k'}").get("key").asText();

    house.as(ada, "remove_caller", "{'name': 'bo'}");

    assertFails(() -> house.as(bo, "who_am_i", "{}"), ErrorCode.UNAUTHENTICATED);
    assertFails(() -> house.as(key, "who_am_i", "{}"), ErrorCode.UNAUTHENTICATED);
    assertFails(() -> house.signIn("bo", "bobobobo"), ErrorCode.UNAUTHENTICATED);
    // Somebody else of the same name inherits nothing.
    house.as(ada, "create_caller", "{'name': 'bo', 'roles': ['viewer'], 'password': 'otherbo1'}");
    assertFails(() -> house.as(key, "who_am_i", "{}"), ErrorCode.UNAUTHENTICATED);
    assertFails(
        () -> house.as(ada, "remove_caller", "{'name': 'nobody'}"), ErrorCode.CALLER_NOT_FOUND);
  }

  @Test
  void changedRolesHoldAtOnceForKeysToo() {
    String ada = house.ada();
    JsonNode bo = house.as(ada, "create_caller", "{'name': 'bo', 'roles': ['viewer', 'analyst']}");
    String key = bo.at("/api_key/key").asText();

    house.as(
        ada,
        "change_caller",
        "{'name': 'bo', 'roles': ['viewer', 'admin'], 'attributes': {'region': 'east'}}");

    JsonNode who = house.as(key, "who_am_i", "{}");
    assertThat(who.get("roles").toString())
        .as("a key never gains a role")
        .isEqualTo("[\"viewer\"]");
    assertThat(who.at("/attributes/region").asText()).isEqualTo("east");
    assertFails(
        () -> house.as(key, "change_caller", "{'name': 'bo'}"), ErrorCode.PERMISSION_DENIED);
    assertFails(
        () -> house.as(ada, "change_caller", "{'name': 'ada', 'roles': []}"),
        ErrorCode.INVALID_INPUT,
        "You would no longer administer");
    assertFails(
        () -> house.as(ada, "create_caller", "{'name': 'BO', 'roles': []}"),
        ErrorCode.INVALID_INPUT,
        "already");
  }

  @Test
  void theLastCallerStaysAndAClosedServerStaysClosed() {
    String ada = house.ada();

    assertFails(
        () -> house.as(ada, "remove_caller", "{'name': 'ada'}"),
        ErrorCode.INVALID_INPUT,
        "`ada` is the last caller");
    house.as(ada, "create_caller", "{'name': 'bo', 'roles': ['viewer']}");
    assertFails(
        () -> house.as(ada, "remove_caller", "{'name': 'ada'}"),
        ErrorCode.INVALID_INPUT,
        "You cannot remove yourself");
    house.as(ada, "remove_caller", "{'name': 'bo'}");
    // Even where the store is emptied by somebody else.
    assertThat(house.identities.callers().remove("ada", true)).isTrue();
    assertFails(() -> house.call("who_am_i", "{}"), ErrorCode.UNAUTHENTICATED);
  }

  @Test
  void onlyOneOfTwoIsTheFirst() {
    Principal eve =
        new Principal(
            "eve",
            Set.of("admin"),
            java.util.Map.of(),
            java.util.Optional.empty(),
            java.util.Map.of(),
            false);
    house.ada();

    assertThat(house.identities.callers().add(eve, "local", house.clock.instant(), true)).isFalse();
  }

  @Test
  void aNewPasswordEndsEveryOtherSession() {
    String ada = house.ada();
    String elsewhere = house.signIn("ada", "correct horse");

    assertFails(
        () -> house.as(ada, "set_password", "{'password': 'new password'}"),
        ErrorCode.PERMISSION_DENIED,
        "`current_password` is not your present one");
    house.as(
        ada, "set_password", "{'password': 'new password', 'current_password': 'correct horse'}");

    assertThat(house.as(ada, "who_am_i", "{}").get("name").asText()).isEqualTo("ada");
    assertFails(() -> house.as(elsewhere, "who_am_i", "{}"), ErrorCode.UNAUTHENTICATED);
    assertFails(() -> house.signIn("ada", "correct horse"), ErrorCode.UNAUTHENTICATED);
    assertThat(house.signIn("ada", "new password")).startsWith("als_");
  }

  @Test
  void theConfigurationHasTheLastWord() {
    house.close();
    house =
        new Household(
            folder,
            List.of(Household.configured("wendy", Set.of("admin"), "wendy-secret-key")),
            List.of());
    String wendy = "wendy-secret-key";

    assertThat(house.as(wendy, "who_am_i", "{}").get("method").asText()).isEqualTo("api_key");
    assertFails(
        () -> house.as(wendy, "create_caller", "{'name': 'wendy', 'roles': []}"),
        ErrorCode.INVALID_INPUT,
        "already");
    assertFails(
        () -> house.as(wendy, "remove_caller", "{'name': 'wendy'}"),
        ErrorCode.INVALID_INPUT,
        "stands in alidade.yaml");
    house.as(wendy, "create_caller", "{'name': 'bo', 'roles': []}");
    house.as(wendy, "remove_caller", "{'name': 'bo'}");
    assertThat(house.as(wendy, "list_callers", "{}").at("/callers/0/configured").asBoolean())
        .isTrue();
  }

  static void assertFails(ThrowingCallable call, ErrorCode code) {
    assertFails(call, code, "");
  }

  static void assertFails(ThrowingCallable call, ErrorCode code, String words) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AlidadeException.class, failure -> assertThat(failure.code()).isEqualTo(code))
        .hasMessageContaining(words);
  }
}
