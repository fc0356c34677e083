package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecondLookTest {
  @Test
  void findsWhereAValueIsShown() {
    assertThat(SecondLook.isFound(List.of(List.of("a", 0)))).isTrue();
    assertThat(SecondLook.isFound(List.of(List.of(3)))).isTrue();
    assertThat(SecondLook.isFound(List.of(List.of(0), List.of(0)))).isTrue();
  }

  @Test
  void findsNothingWhereThereIsNoRowNoValueOrNone() {
    assertThat(SecondLook.isFound(List.of())).isFalse();
    assertThat(SecondLook.isFound(List.of(List.of(0)))).isFalse();
    assertThat(SecondLook.isFound(List.of(Arrays.asList(null, null)))).isFalse();
  }
}
