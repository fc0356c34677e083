package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.cache.Pin;
import dev.alidade.cache.PinSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinReaderTest {
  private static final String SHOP =
      "sources: [{ name: shop, engine: sqlite, path: shop.sqlite }]\n";
  private static final String WENDY = "callers: [{ name: wendy, api-key: \"a-key-of-hers\" }]\n";

  @TempDir Path folder;

  @Test
  void readsWhatStays() throws IOException {
    PinSettings pins =
        read(
            SHOP
                + WENDY
                + """
                cache:
                  pins-mb: 3
                  pins:
                    - name: orders
                      source: shop
                      caller: wendy
                      every-seconds: 5
                      sql: |
                        SELECT count(*)
                        FROM orders
                """);
    assertThat(pins.memory()).isEqualTo(3L * 1024 * 1024);
    assertThat(pins.pins())
        .containsExactly(
            new Pin(
                "orders", "shop", "SELECT count(*)\nFROM orders", "wendy", Duration.ofSeconds(5)));
    assertThat(read(SHOP + "cache: { memory-mb: 1 }\n")).isEqualTo(PinSettings.NONE);
  }

  @Test
  void whereNobodySignsInItIsReadAsWhoeverIsAtTheMachine() throws IOException {
    assertThat(
            read(SHOP + "cache: { pins: [{ name: a, source: shop, sql: \"SELECT 1\" }] }\n").pins())
        .containsExactly(new Pin("a", "shop", "SELECT 1", "local", Duration.ofSeconds(60)));
  }

  @Test
  void saysAllThatIsWrongAtOnce() {
    refused(
            SHOP
                + WENDY
                + """
                cache:
                  pins-mb: 0
                  pins:
                    - { name: a b, source: shed, sql: " ", caller: wendi, every-seconds: 0 }
                    - { name: twice, source: shop, sql: SELECT 1, caller: wendy }
                    - { name: twice, source: shop, sql: SELECT 1 }
                    - { every: 3 }
                """)
        .hasMessageContaining("`cache.pins-mb` must be a whole number from 1")
        .hasMessageContaining("`cache.pins[1].name` must be 1 to 64 letters")
        .hasMessageContaining("`cache.pins[1].source` is `shed`, which is not known")
        .hasMessageContaining("`cache.pins[1].sql` must be a statement that reads")
        .hasMessageContaining("`cache.pins[1].caller` is `wendi`, which is not known")
        .hasMessageContaining("did you mean `wendy`?")
        .hasMessageContaining("`cache.pins[1].every-seconds` must be a whole number from 1 to 3600")
        .hasMessageContaining("`cache.pins[3].name` is `twice`, as another pin is")
        .hasMessageContaining("`cache.pins[3]` needs `caller: ...`")
        .hasMessageContaining("`cache.pins[4]` needs `sql: ...`")
        .hasMessageContaining("`cache.pins[4].every` is not a setting");
  }

  @Test
  void aPinOfWhatIsNeverKeptIsAMistake() {
    String pins = "pins: [{ name: a, source: shop, sql: SELECT 1 }]";
    refused(SHOP + "cache: { memory-mb: 0, " + pins + " }\n")
        .hasMessageContaining("`cache.pins` keeps nothing where `memory-mb` is 0");
    refused(SHOP + "cache: { sources: [{ source: shop, keep: false }], " + pins + " }\n")
        .hasMessageContaining("`cache.pins[1].source` is a source of which `cache.sources` keeps");
    refused(
            SHOP
                + "issuers: [{ name: corporate, issuer: \"https://id.example\" }]\ncache: { "
                + pins
                + " }\n")
        .hasMessageContaining("`cache.pins[1]` needs a caller below `callers:`");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(String text) {
    return assertThatThrownBy(() -> read(text))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID));
  }

  private PinSettings read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("alidade.yaml"), text);
    return new ConfigReader(Registry.engines(), new Environment(Map.of()))
        .read(file)
        .cache()
        .pins();
  }
}
