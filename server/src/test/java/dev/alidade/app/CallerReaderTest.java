package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.identity.ConfiguredCaller;
import dev.alidade.identity.Identities;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallerReaderTest {
  private static final String HASH =
      "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$"
          + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
  private final Environment environment =
      new Environment(Map.of("WENDY_KEY", "wendy-secret-key", "REGION", "west"));

  @TempDir Path folder;

  @Test
  void readsCallers() throws IOException {
    List<ConfiguredCaller> callers =
        read(
            """
            callers:
              - name: wendy
                roles: [analyst, viewer]
                attributes: { region: "${REGION}", level: 3 }
                api-key: "${WENDY_KEY}"
              - { name: ada@example.org, roles: admin, password: correct horse battery }
              - { name: bo, password-hash: "%s" }
            """
                .formatted(HASH));

    assertThat(callers)
        .extracting(ConfiguredCaller::name)
        .containsExactly("wendy", "ada@example.org", "bo");
    ConfiguredCaller wendy = callers.getFirst();
    assertThat(wendy.roles()).isEqualTo(Set.of("analyst", "viewer"));
    assertThat(wendy.attributes()).isEqualTo(Map.of("region", "west", "level", "3"));
    assertThat(callers.get(1).roles()).isEqualTo(Set.of("admin"));
    assertThat(callers.get(1).password()).isPresent();
    assertThat(callers.get(2).password()).contains(HASH);
    Credential key = new Credential.Bearer(Entrance.here("rest"), "wendy-secret-key");
    assertThat(
            new Identities(callers, Database.openLater(folder), event -> {}, Clock.systemUTC())
                .authenticate(key)
                .name())
        .isEqualTo("wendy");
  }

  @Test
  void saysEveryErrorAtOnceWithItsLine() throws IOException {
    Path file =
        write(
            """
            callers:
              - { roles: [analyst], api-key: "long enough" }
              - { name: local, api-key: "aaaaaaaaaa" }
              - { name: one, api-key: "bbbbbbbbbb", rolls: [x] }
              - { name: one, api-key: "bbbbbbbbbb" }
              - { name: two, roles: [{}], attributes: [x], password-hash: "$2b$10$bcrypt" }
              - { name: three, roles: [analyst] }
              - { name: four, api-key: "${NOT_SET}" }
              - { name: five, password: x, password-hash: "%s" }
              - just text
            """
                .formatted(HASH));

    assertThatThrownBy(() -> reader().read(file))
        .hasMessageContaining(":2: `callers[1]` needs `name: ...`")
        .hasMessageContaining(":2: `callers[1].api-key` must have at least 8 characters")
        .hasMessageContaining(":3: `callers[2].name` must begin with a letter or digit")
        .hasMessageContaining(":4: `caller one.rolls` is not a setting; did you mean `roles`?")
        .hasMessageContaining(":5: `callers[4].name` is `one`, as another caller is; rename one")
        .hasMessageContaining(":5: `caller one.api-key` is the key of another caller too")
        .hasMessageContaining(":6: `caller two.roles[1]` must be a text, not a mapping")
        .hasMessageContaining(":6: `caller two.attributes` must be a mapping")
        .hasMessageContaining(":6: `caller two.password-hash` must be an Argon2id hash")
        .hasMessageContaining(":7: `caller three` could never sign in")
        .hasMessageContaining(":8: `caller four.api-key` needs the environment variable NOT_SET")
        .hasMessageContaining(":9: `caller five.password` and `password-hash` stand both here")
        .hasMessageContaining(":10: `callers[9]` must be a mapping")
        .hasMessageNotContaining("bbbbbbbbbb");
  }

  @Test
  void aHashThatWouldHaltTheServerIsRefused() throws IOException {
    Path file =
        write(
            "callers: [{ name: a, password-hash: \"%s\" }]"
                .formatted(HASH.replace("m=19456", "m=9999999")));

    assertThatThrownBy(() -> reader().read(file)).hasMessageContaining("of 256 MiB and 20 passes");
  }

  @Test
  void noSecretStandsInTheTextOfTheConfiguration() throws IOException {
    Path file =
        write(
            """
            callers: [{ name: wendy, api-key: "${WENDY_KEY}", password: hunter22 }]
            """);

    assertThat(reader().read(file).toString())
        .contains("wendy")
        .doesNotContain("wendy-secret-key", "hunter22");
  }

  private List<ConfiguredCaller> read(String text) throws IOException {
    return reader().read(write(text)).callers();
  }

  private ConfigReader reader() {
    return new ConfigReader(List.of(), environment);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("alidade.yaml"), text);
  }
}
