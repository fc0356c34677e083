package dev.alidade.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void findsASlip() {
    assertThat(Nearest.hint("regoin", List.of("name", "region", "reason")))
        .isEqualTo("; did you mean `region`?");
  }

  @Test
  void saysNothingWhereNothingIsNear() {
    assertThat(Nearest.hint("salary", List.of("name", "region"))).isEmpty();
  }

  @Test
  void countsInsertionsDeletionsChangesAndSwaps() {
    assertThat(Nearest.distance("order", "oder")).isEqualTo(1);
    assertThat(Nearest.distance("order", "odrer")).isEqualTo(1);
    assertThat(Nearest.distance("order", "ordered")).isEqualTo(2);
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }
}
