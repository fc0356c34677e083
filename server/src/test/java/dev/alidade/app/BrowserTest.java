package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BrowserTest {
  @Test
  void opensWhereThereIsAPersonAndADisplay() {
    assertThat(command("Linux", true, Map.of("DISPLAY", ":0")))
        .contains(List.of("xdg-open", "http://x"));
    assertThat(command("Linux", true, Map.of("WAYLAND_DISPLAY", "w"))).isPresent();
    assertThat(command("Mac OS X", true, Map.of())).contains(List.of("open", "http://x"));
  }

  @Test
  void opensNowhereElse() {
    assertThat(command("Linux", true, Map.of())).isEmpty();
    assertThat(command("Linux", false, Map.of("DISPLAY", ":0"))).isEmpty();
    assertThat(command("Linux", true, Map.of("DISPLAY", ":0", "CI", "true"))).isEmpty();
    assertThat(command("Mac OS X", true, Map.of("SSH_CONNECTION", "x"))).isEmpty();
  }

  private static Optional<List<String>> command(
      String system, boolean atTerminal, Map<String, String> environment) {
    return Browser.commandFor("http://x", system, atTerminal, environment);
  }
}
