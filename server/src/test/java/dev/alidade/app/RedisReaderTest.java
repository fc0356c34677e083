package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.cache.shared.SharedSettings;
import dev.alidade.cache.shared.ShelfAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedisReaderTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @TempDir Path folder;

  @Test
  void theLeastIsAnAddressAndAKey() throws IOException {
    assertThat(read("{ url: redis://redis.example, key: \"${KEY}\" }"))
        .contains(
            new SharedSettings(
                new ShelfAddress(
                    "redis.example",
                    6379,
                    false,
                    0,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()),
                KEY,
                "alidade:",
                Duration.ofMillis(50)));
    assertThat(file("cache: { memory-mb: 10 }\n").cache().shared()).isEmpty();
  }

  @Test
  void allElseCanBeSaid() throws IOException {
    Path authority = Files.writeString(folder.resolve("ca.pem"), "certificates");
    SharedSettings settings =
        read("{ url: \"rediss://[::1]:7000/3\", username: u, password: \"${PASSWORD}\","
                + " tls-ca: ca.pem, key: \"${KEY}\", prefix: \"a.b:\", timeout-ms: 20 }")
            .orElseThrow();
    assertThat(settings)
        .isEqualTo(
            new SharedSettings(
                new ShelfAddress(
                    "[::1]",
                    7000,
                    true,
                    3,
                    Optional.of("u"),
                    Optional.of("hunter2"),
                    Optional.of(authority)),
                KEY,
                "a.b:",
                Duration.ofMillis(20)));
    assertThat(settings.toString()).doesNotContain("hunter2").doesNotContain(KEY);
  }

  @Test
  void whatIsWrongIsSaidAtOnce() {
    for (String url :
        List.of(
            "http://redis.example",
            "redis://",
            "redis.example:6379",
            "redis://redis.example:70000",
            "redis://redis.example/x",
            "redis://redis.example/0?tls=on")) {
      refused("{ url: \"%s\", key: \"${KEY}\" }".formatted(url))
          .hasMessageContaining("`cache.redis.url` must be an address such as redis://");
    }
    refused("{ url: \"redis://u:hunter2@redis.example\", key: \"${KEY}\" }")
        .hasMessageContaining("`password: ...` beside it")
        .hasMessageNotContaining("hunter2");
    refused(
            "{ url: redis://redis.example, key: hunter2, username: u, tls-ca: no.pem,"
                + " prefix: \"a b\", timeout-ms: 0, size: 3 }")
        .hasMessageContaining("`cache.redis.key` must have at least 32 characters")
        .hasMessageContaining("`cache.redis.username` needs a `password: ...`")
        .hasMessageContaining("`cache.redis.tls-ca` names a file that cannot be read")
        .hasMessageContaining("`cache.redis.tls-ca` belongs to an address that begins with rediss")
        .hasMessageContaining("`cache.redis.prefix` must be 1 to 64")
        .hasMessageContaining("`cache.redis.timeout-ms` must be a whole number from 1 to 1000")
        .hasMessageContaining("`cache.redis.size` is not a setting")
        .hasMessageNotContaining("hunter2");
    refused("{}")
        .hasMessageContaining("`cache.redis` needs `url: ...`")
        .hasMessageContaining("`cache.redis` needs `key: ...`");
    assertThatThrownBy(
            () ->
                file(
                    "cache: { memory-mb: 0, redis: { url: redis://redis.example, key: \"%s\" } }\n"
                        .formatted(KEY)))
        .hasMessageContaining("`cache.redis` shares nothing where `memory-mb` is 0");
  }

  private AbstractThrowableAssert<?, ? extends Throwable> refused(String redis) {
    return assertThatThrownBy(() -> read(redis))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.CONFIGURATION_INVALID));
  }

  private Optional<SharedSettings> read(String redis) throws IOException {
    return file("cache: { redis: %s }\n".formatted(redis)).cache().shared();
  }

  private Config file(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("alidade.yaml"), text);
    Environment environment = new Environment(Map.of("KEY", KEY, "PASSWORD", "hunter2"));
    return new ConfigReader(Registry.engines(), environment).read(file);
  }
}
