package dev.alidade.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Reuse;
import dev.alidade.cache.CacheSettings;
import dev.alidade.cache.ResultCache;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.policy.Governor;
import dev.alidade.query.SmallShop;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CachingFeatureTest {
  private static final String COUNT = "SELECT count(*) FROM orders";

  @TempDir private Path folder;
  private SmallShop shop;
  private OperationRegistry registry;

  @BeforeEach
  void open() throws InterruptedException {
    ResultCache cache = new ResultCache(CacheSettings.USUAL, Clock.systemUTC());
    shop = SmallShop.in(folder, new Governor(), cache);
    registry =
        new OperationRegistry(
            new CachingFeature(
                    shop.queries(),
                    cache,
                    new PinService(
                        List.of(),
                        shop.queries(),
                        cache,
                        name -> Optional.empty(),
                        Clock.systemUTC()),
                    Map.of("plans", () -> new Reuse(3, 1)))
                .operations());
    // The file has to be older than a tick of its file system.
    while (!explained("SELECT 1").path("state").asText().equals("miss")) {
      Thread.sleep(10);
    }
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void whatIsRunAheadIsKeptUntilItIsCleared() {
    JsonNode warmed = warm(COUNT, "SELECT random()", "SELECT nothing FROM orders").path("queries");
    assertThat(warmed.get(0).path("kept").asBoolean()).isTrue();
    assertThat(warmed.get(1).path("kept").asBoolean()).isFalse();
    assertThat(warmed.get(1).path("why").asText()).contains("random");
    assertThat(warmed.get(2).path("why").asText()).contains("nothing");
    assertThat(explained(COUNT).path("state").asText()).isEqualTo("hit");
    assertThat(explained(COUNT).path("read_at").isTextual()).isTrue();

    ObjectNode input = Json.mapper().createObjectNode().put("source", "shop");
    JsonNode other = call("clear_cache", input.deepCopy().put("table", "customers"));
    assertThat(other.path("cleared").asInt()).isZero();
    assertThat(call("clear_cache", input.put("table", "orders")).path("cleared").asInt())
        .isEqualTo(1);
    assertThat(explained(COUNT).path("state").asText()).isEqualTo("miss");
  }

  @Test
  void numbersTellWhereRowsCameFrom() {
    warm(COUNT);
    warm(COUNT);
    JsonNode numbers = call("cache_stats", Json.mapper().createObjectNode());
    JsonNode source = numbers.path("sources").get(0);
    assertThat(source.path("source").asText()).isEqualTo("shop");
    assertThat(source.path("hits").asInt()).isEqualTo(1);
    assertThat(source.path("misses").asInt()).isEqualTo(1);
    assertThat(source.path("hit_rate").asDouble()).isEqualTo(0.5);
    assertThat(numbers.path("bytes").asLong()).isPositive();
    assertThat(numbers.path("others").get(0).path("hit_rate").asDouble()).isEqualTo(0.75);
  }

  @Test
  void aSourceThatIsNotThereIsNamed() {
    ObjectNode input = Json.mapper().createObjectNode().put("source", "shed");
    assertThatThrownBy(() -> call("clear_cache", input))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("`shed`");
  }

  private JsonNode warm(String... statements) {
    ObjectNode input = Json.mapper().createObjectNode().put("source", "shop");
    for (String sql : statements) {
      input.withArray("queries").addObject().put("sql", sql);
    }
    return call("warm_cache", input);
  }

  private JsonNode explained(String sql) {
    return call(
        "explain_cache", Json.mapper().createObjectNode().put("source", "shop").put("sql", sql));
  }

  private JsonNode call(String operation, ObjectNode input) {
    return Json.mapper().valueToTree(registry.call(operation, input, Invocation.of(Caller.LOCAL)));
  }
}
