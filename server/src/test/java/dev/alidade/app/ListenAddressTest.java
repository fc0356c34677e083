package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListenAddressTest {
  @Test
  void loopbackNeedsNoOtherName() {
    assertThat(new ListenAddress("127.0.0.1", 1).outsideNames()).isEmpty();
    assertThat(new ListenAddress("localhost", 1).outsideNames()).isEmpty();
    assertThat(new ListenAddress("::1", 1).isLoopback()).isTrue();
    assertThat(new ListenAddress("127.evil.example", 1).isLoopback()).isFalse();
  }

  @Test
  void everyInterfaceIsReachedUnderTheNamesOfTheMachine() {
    ListenAddress address = new ListenAddress("0.0.0.0", 8484);

    assertThat(address.isLoopback()).isFalse();
    assertThat(address.outsideNames()).contains("0.0.0.0", "127.0.0.1");
    assertThat(address.url()).isEqualTo("http://localhost:8484");
  }

  @Test
  void portZeroBecomesAFreeOne() {
    assertThat(new ListenAddress("127.0.0.1", 0).withRealPort().port()).isPositive();
    assertThat(new ListenAddress("127.0.0.1", 7).withRealPort().port()).isEqualTo(7);
    assertThat(new ListenAddress("db.example", 7).url()).isEqualTo("http://db.example:7");
    assertThat(new ListenAddress("fd00::1", 7).url()).isEqualTo("http://[fd00::1]:7");
  }

  @Test
  void stateIsWhereTheUserSaysOrInTheirDataFolder() {
    Path home = Path.of(System.getProperty("user.home"));

    assertThat(StateFolder.of(new Environment(Map.of("ALIDADE_STATE", "/a/../b"))))
        .isEqualTo(Path.of("/b"));
    assertThat(StateFolder.of(new Environment(Map.of("XDG_DATA_HOME", "/data"))))
        .isEqualTo(Path.of("/data/alidade"));
    assertThat(StateFolder.of(new Environment(Map.of())))
        .isEqualTo(home.resolve(".local/share/alidade"));
  }
}
