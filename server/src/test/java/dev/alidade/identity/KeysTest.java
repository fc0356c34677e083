package dev.alidade.identity;

import static dev.alidade.identity.CallersTest.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.ErrorCode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
  @TempDir Path folder;
  private Household house;
  private String ada;
  private String bo;

  @BeforeEach
  void open() {
    house = new Household(folder, List.of(), List.of());
    ada = house.ada();
    house.as(
        ada,
        "create_caller",
        "{'name': 'bo', 'roles': ['viewer', 'analyst'], 'password': 'bobobobo'}");
    bo = house.signIn("bo", "bobobobo");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aKeyHasSomeOfItsOwnersRoles() {
    JsonNode all = house.as(bo, "create_api_key", "{'name': 'all'}");
    JsonNode some = house.as(bo, "create_api_key", "{'name': 'some', 'roles': ['viewer']}");

    assertThat(rolesOf(all.get("key").asText())).isEqualTo("[\"analyst\",\"viewer\"]");
    assertThat(rolesOf(some.get("key").asText())).isEqualTo("[\"viewer\"]");
    assertFails(
        () -> house.as(bo, "create_api_key", "{'name': 'more', 'roles': ['admin']}"),
        ErrorCode.INVALID_INPUT,
        "`bo` has no role `admin` to give to a key. Roles: analyst, viewer");
  }

  @Test
  void aKeyMakesNoFurtherKeys() {
    String key = house.as(bo, "create_api_key", "{'name': 'k'}").get("key").asText();

    assertFails(
        () -> house.as(key, "create_api_key", "{'name': 'child'}"), ErrorCode.PERMISSION_DENIED);
    assertFails(
        () -> house.as(bo, "create_api_key", "{'name': 'k', 'caller': 'ada'}"),
        ErrorCode.PERMISSION_DENIED,
        "The keys of `ada` are not yours");
    assertFails(
        () -> house.as(bo, "list_api_keys", "{'caller': 'ada'}"), ErrorCode.PERMISSION_DENIED);
    JsonNode made = house.as(ada, "create_api_key", "{'name': 'k', 'caller': 'bo'}");
    assertThat(made.get("caller").asText()).isEqualTo("bo");
    assertThat(house.as(made.get("key").asText(), "who_am_i", "{}").get("name").asText())
        .isEqualTo("bo");
  }

  @Test
  void aKeyEndsWhenItWasSaidTo() {
    String key =
        house
            .as(bo, "create_api_key", "{'name': 'k', 'expires_at': '2026-01-01T00:01:00Z'}")
            .get("key")
            .asText();

    house.clock.forward(59);
    assertThat(house.as(key, "who_am_i", "{}").get("name").asText()).isEqualTo("bo");
    house.clock.forward(1);
    assertFails(() -> house.as(key, "who_am_i", "{}"), ErrorCode.UNAUTHENTICATED);
    assertThat(house.as(bo, "list_api_keys", "{}").at("/keys/0/expired").asBoolean()).isTrue();
    for (String wrong : List.of("2025-12-31", "2027-02-01", "tomorrow", "2026-13-01")) {
      assertFails(
          () ->
              house.as(bo, "create_api_key", "{'name': 'k', 'expires_at': '%s'}".formatted(wrong)),
          ErrorCode.INVALID_INPUT,
          "`expires_at`");
    }
  }

  @Test
  void aDayCountsToItsEnd() {
    JsonNode key = house.as(bo, "create_api_key", "{'name': 'k', 'expires_at': '2026-01-31'}");
    JsonNode usual = house.as(bo, "create_api_key", "{'name': 'k'}");

    assertThat(key.get("expires_at").asText()).isEqualTo("2026-02-01T00:00:00Z");
    assertThat(usual.get("expires_at").asText()).isEqualTo("2026-04-01T00:00:00Z");
  }

  @Test
  void aRevokedKeyIsUselessAtOnce() {
    JsonNode created = house.as(bo, "create_api_key", "{'name': 'k'}");
    String key = created.get("key").asText();
    String id = created.get("id").asText();
    String adas = house.as(ada, "create_api_key", "{'name': 'k'}").get("id").asText();

    assertFails(
        () -> house.as(bo, "revoke_api_key", "{'id': '%s'}".formatted(adas)),
        ErrorCode.API_KEY_NOT_FOUND);
    house.as(bo, "revoke_api_key", "{'id': '%s'}".formatted(id));

    assertFails(() -> house.as(key, "who_am_i", "{}"), ErrorCode.UNAUTHENTICATED);
    assertFails(
        () -> house.as(bo, "revoke_api_key", "{'id': '%s'}".formatted(id)),
        ErrorCode.API_KEY_NOT_FOUND);
    assertThat(house.as(bo, "list_api_keys", "{}").get("keys")).isEmpty();
  }

  @Test
  void theListSaysWhenAKeyWasUsedAndNeverTheKey() {
    String key = house.as(bo, "create_api_key", "{'name': 'k'}").get("key").asText();
    assertThat(house.as(bo, "list_api_keys", "{}").at("/keys/0").has("last_used_at")).isFalse();

    house.as(key, "who_am_i", "{}");

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> house.as(bo, "list_api_keys", "{}").at("/keys/0").has("last_used_at"));
    assertThat(house.as(bo, "list_api_keys", "{}").toString()).doesNotContain(key.substring(21));
  }

  @Test
  void noSecretIsInTheStore() throws Exception {
    String key = house.as(bo, "create_api_key", "{'name': 'k'}").get("key").asText();
    house.close();

    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(bytes)
            .as(file.toString())
            .doesNotContain(key.substring(21), bo.substring(21), "bobobobo", "correct horse");
      }
    }
  }

  private String rolesOf(String key) {
    return house.as(key, "who_am_i", "{}").get("roles").toString();
  }
}
