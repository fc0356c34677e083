package dev.alidade.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.cache.shared.SharedSettings;
import dev.alidade.cache.shared.Shelf;
import dev.alidade.cache.shared.ShelfAddress;
import dev.alidade.engine.TestCertificate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RedisShelfTest {
  @Test
  void keepsBytesAndMarksAndCutsWhatIsLong() {
    try (RedisServer server = RedisServer.own();
        Shelf shelf = new RedisShelf(server.settings())) {
      shelf.reach();
      assertThat(shelf.find("a", "m", 3)).isEqualTo(new Shelf.Found(Optional.empty(), empty()));
      assertThat(shelf.markIfNone("m", "first")).isEqualTo("first");
      assertThat(shelf.markIfNone("m", "second")).isEqualTo("first");
      shelf.mark("m", "third");
      assertThat(shelf.marks(List.of("n", "m"))).containsExactly(empty(), Optional.of("third"));
      shelf.put("a", "abcdef".getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(10));
      Shelf.Found found = shelf.find("a", "m", 3);
      assertThat(found.value()).contains("abcd".getBytes(StandardCharsets.UTF_8));
      assertThat(found.mark()).contains("third");
      assertThat(server.<Long>ask(commands -> commands.ttl("a".getBytes(StandardCharsets.UTF_8))))
          .isBetween(1L, 10L);
    }
  }

  @Test
  void whoIsNotReachedIsNamedWithoutSecrets() {
    SharedSettings settings;
    try (RedisServer server = RedisServer.own()) {
      settings = server.settings(Optional.of("hunter2"), "s".repeat(32), Duration.ofMillis(50));
    }
    try (Shelf shelf = new RedisShelf(settings)) {
      assertThatThrownBy(shelf::reach)
          .isInstanceOf(AlidadeException.class)
          .hasMessageContaining("Redis at 127.0.0.1:")
          .hasMessageContaining("refused")
          .hasMessageNotContaining("hunter2");
      assertThatThrownBy(() -> shelf.find("a", "m", 3)).isInstanceOf(AlidadeException.class);
    }
    assertThat(settings.toString()).doesNotContain("hunter2").doesNotContain("sss");
  }

  @Test
  void theServerProvesWhoItIsOverTls() {
    TestCertificate right = TestCertificate.of("dns:localhost");
    try (RedisServer server = RedisServer.secured(right)) {
      try (Shelf shelf = secured(server, "localhost", Optional.of(right.certificate()))) {
        shelf.reach();
        shelf.mark("m", "first");
        assertThat(shelf.marks(List.of("m"))).containsExactly(Optional.of("first"));
      }
      Path other = TestCertificate.of("dns:localhost").certificate();
      for (Optional<Path> authority : List.of(Optional.of(other), Optional.<Path>empty())) {
        try (Shelf shelf = secured(server, "localhost", authority)) {
          assertThatThrownBy(shelf::reach).isInstanceOf(AlidadeException.class);
        }
      }
      try (Shelf shelf = secured(server, "127.0.0.1", Optional.of(right.certificate()))) {
        assertThatThrownBy(shelf::reach).isInstanceOf(AlidadeException.class);
      }
    }
  }

  private static Shelf secured(RedisServer server, String host, Optional<Path> authority) {
    ShelfAddress address =
        new ShelfAddress(
            host, server.port(), true, 0, Optional.empty(), Optional.empty(), authority);
    return new RedisShelf(
        new SharedSettings(address, "s".repeat(32), "alidade:", Duration.ofSeconds(2)));
  }

  private static Optional<String> empty() {
    return Optional.empty();
  }
}
