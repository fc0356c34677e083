package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.ask.model.Cap;
import dev.alidade.ask.model.ModelChoice;
import dev.alidade.ask.model.ModelSettings;
import dev.alidade.ask.model.PlannerChoice;
import dev.alidade.ask.model.Price;
import dev.alidade.ask.model.Share;
import dev.alidade.ask.model.Timeouts;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelReaderTest {
  private static final String KEY = "sk-1234-secret";

  @TempDir private Path folder;

  @Test
  void readsAllThatCanBeSaidOfAModel() throws IOException {
    Config config =
        read(
            """
            sources:
              - { name: crm, engine: sqlite, path: crm.sqlite }
            models:
              - name: claude
                provider: anthropic
                model: some-model
                base-url: https://proxy.example/v1/
                api-key: "${MODEL_KEY}"
                timeouts: { connect: 2s, silence: 500ms, whole: 1m }
                max-tokens: 2000
                temperature: 0.2
                candidates: 5
                retries: 0
                price: { input: 3, output: 15.5 }
                cap: { day: 20, caller: 0.5 }
                share: { crm: values }
                keep: 1d
            ask: { planner: both, model: claude, raw-sql: true }
            """);

    ModelSettings model = config.models().getFirst();
    assertThat(model.baseUrl()).hasToString("https://proxy.example/v1");
    assertThat(model.apiKey().orElseThrow().value()).isEqualTo(KEY);
    assertThat(model.timeouts())
        .isEqualTo(
            new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofMinutes(1)));
    assertThat(model.maxTokens()).isEqualTo(2_000);
    assertThat(model.temperature()).contains(new BigDecimal("0.2"));
    assertThat(model.candidates()).isEqualTo(5);
    assertThat(model.retries()).isZero();
    assertThat(model.price()).isEqualTo(new Price(new BigDecimal(3), new BigDecimal("15.5")));
    assertThat(model.cap())
        .isEqualTo(new Cap(Optional.of(new BigDecimal(20)), Optional.of(new BigDecimal("0.5"))));
    assertThat(model.sharing().of("crm")).isEqualTo(Share.VALUES);
    assertThat(model.sharing().of("other")).isEqualTo(Share.SCHEMA);
    assertThat(model.keep()).isEqualTo(Duration.ofDays(1));
    assertThat(config.asking())
        .isEqualTo(new ModelChoice(PlannerChoice.BOTH, Optional.of("claude"), true));
    assertThat(config.toString()).contains("claude").doesNotContain(KEY);
  }

  @Test
  void sendsNoValuesUnlessTold() throws IOException {
    Config config = read("models: [{ name: a, provider: openai, model: m }]\n");

    assertThat(config.models().getFirst().sharing().of("crm")).isEqualTo(Share.SCHEMA);
    assertThat(config.asking()).isEqualTo(ModelChoice.USUAL);
  }

  @Test
  void saysAllThatIsWrongAtOnceAndNoSecret() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    models:
                      - { name: a, provider: antropic, model: m }
                      - { name: b, provider: openai }
                      - { name: c, provider: openai, model: m, base-url: localhost }
                      - { name: "d e", provider: openai, model: m, api-key: "${BAD_KEY}" }
                      - { name: f, provider: openai, model: m, cap: { day: 2 } }
                      - { name: g, provider: openai, model: m, share: { crm: schema } }
                      - { name: h, provider: openai, model: m, share: everything }
                      - { name: i, provider: openai, model: m, timeouts: { whole: 1d } }
                      - { name: j, provider: openai, model: m, price: { input: -1, output: 2 } }
                      - { name: k, provider: openai, model: m, base-url: "http://far.example/v1", api-key: "${MODEL_KEY}" }
                      - { name: k, provider: openai, model: m, base-url: "https://u:p@far.example/v1" }
                      - { name: l, provider: openai, model: m, colour: red }
                    ask: { planner: all, model: z, raw-sql: maybe }
                    """))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID))
        .hasMessageContaining(":2: `models[1].provider` is `antropic`, which is not known; did you")
        .hasMessageContaining(":3: `models[2]` needs `model: ...`")
        .hasMessageContaining(":4: `models[3].base-url` must be an address such as http")
        .hasMessageContaining(":5: `models[4].name` must be a short name")
        .hasMessageContaining(":5: `models[4].api-key` is no key")
        .hasMessageContaining(":6: `models[5].cap` needs `price:")
        .hasMessageContaining(":7: `models[6].share.crm` is not a source")
        .hasMessageContaining(":8: `models[7].share` is `everything`, which is not known")
        .hasMessageContaining(":9: `models[8].timeouts.whole` must be a time such as 30s")
        .hasMessageContaining(":10: `models[9].price.input` must be a number from 0")
        .hasMessageContaining(":11: `models[10].base-url` would send the key over http")
        .hasMessageContaining(":12: `models[11].name` is `k`, as another model is")
        .hasMessageContaining(":12: `models[11].base-url` must be an address")
        .hasMessageContaining(":13: `models[12].colour` is not a setting")
        .hasMessageContaining(":14: `ask.planner` is `all`, which is not known")
        .hasMessageContaining(":14: `ask.model` is `z`, which is not known")
        .hasMessageContaining(":14: `ask.raw-sql` must be true or false")
        .hasMessageNotContaining("two words")
        .hasMessageNotContaining(KEY);
  }

  @Test
  void questionsCannotUseModelsThatAreNotThere() {
    assertThatThrownBy(() -> read("ask: { planner: model }\n"))
        .hasMessageContaining(":1: `ask` says how questions use models, but there are none");
  }

  private Config read(String text) throws IOException {
    Files.writeString(folder.resolve("crm.sqlite"), "");
    Path file = Files.writeString(folder.resolve("alidade.yaml"), text);
    Environment environment = new Environment(Map.of("MODEL_KEY", KEY, "BAD_KEY", "two words"));
    return new ConfigReader(Registry.engines(), environment).read(file);
  }
}
