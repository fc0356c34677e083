package dev.alidade.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HopeTest {
  private final Hope hope = new Hope();

  @Test
  void looksRarelyWhereNothingIsFound() {
    assertThat(looks(200)).isEqualTo(200);
    assertThat(hope.isGivenUp()).isTrue();
    assertThat(looks(3_200)).isEqualTo(100);
  }

  @Test
  void looksAgainAfterOneFind() {
    looks(1_000);
    hope.fulfil();
    assertThat(hope.isGivenUp()).isFalse();
    assertThat(looks(200)).isEqualTo(200);
  }

  private long looks(int statements) {
    return IntStream.range(0, statements).filter(each -> hope.isWorthALook()).count();
  }
}
