package dev.alidade.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LocationTest {
  @Test
  void countsLinesAndColumnsFromOne() {
    assertThat(Location.of("SELECT a,\n  regoin\nFROM t", 12)).isEqualTo(new Location(2, 3, 12));
    assertThat(Location.of("SELECT", 0)).isEqualTo(new Location(1, 1, 0));
  }

  @Test
  void staysInsideTheText() {
    assertThat(Location.of("abc", 99)).isEqualTo(new Location(1, 4, 3));
    assertThat(Location.of("", -5)).isEqualTo(new Location(1, 1, 0));
  }
}
