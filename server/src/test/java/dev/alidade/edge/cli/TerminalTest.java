package dev.alidade.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {
  private static final Map<Object, Object> AT_TERMINAL =
      Map.of("alidade.columns", "120", "alidade.errors", "terminal");

  @Test
  void colorsAreForTerminalsThatWantThem() {
    assertThat(Terminal.of(AT_TERMINAL, Map.of("TERM", "xterm")).color()).isTrue();
    assertThat(Terminal.of(AT_TERMINAL, Map.of("TERM", "dumb")).color()).isFalse();
    assertThat(Terminal.of(AT_TERMINAL, Map.of("NO_COLOR", "1")).color()).isFalse();
    assertThat(Terminal.of(AT_TERMINAL, Map.of("NO_COLOR", "")).color()).isTrue();
    assertThat(Terminal.of(Map.of("alidade.errors", "terminal"), Map.of()).color()).isFalse();
  }

  @Test
  void widthIsWhatTheLauncherFoundOrTheUsual() {
    assertThat(Terminal.of(AT_TERMINAL, Map.of()).width()).isEqualTo(120);
    assertThat(Terminal.of(Map.of("alidade.columns", ""), Map.of()).width()).isEqualTo(100);
    assertThat(Terminal.of(Map.of("alidade.columns", "0"), Map.of()).width()).isEqualTo(100);
    assertThat(Terminal.of(Map.of("alidade.columns", "3"), Map.of()).width()).isEqualTo(20);
  }
}
