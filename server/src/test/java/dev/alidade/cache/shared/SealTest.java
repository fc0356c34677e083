package dev.alidade.cache.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final byte[] SECRET_ROWS = "Wendy earns 5,000".getBytes(StandardCharsets.UTF_8);

  private final Seal seal = new Seal("a secret that all the instances have");
  private final String name = seal.name(new byte[] {1});
  private final String mark = seal.newMark();
  private final byte[] sealed = seal.seal(name, mark, SECRET_ROWS);

  @Test
  void opensForWhoHasTheSecretUnderTheSameNameAndMark() {
    Seal other = new Seal("a secret that all the instances have");
    assertThat(other.name(new byte[] {1})).isEqualTo(name);
    assertThat(other.open(name, mark, sealed)).contains(SECRET_ROWS);
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("Wendy");
  }

  @Test
  void opensForNobodyElseAndNowhereElse() {
    Seal stranger = new Seal("a secret that the others do not have");
    assertThat(stranger.name(new byte[] {1})).isNotEqualTo(name);
    assertThat(stranger.open(name, mark, sealed)).isEmpty();
    assertThat(seal.open(seal.name(new byte[] {2}), mark, sealed)).isEmpty();
    assertThat(seal.open(name, seal.newMark(), sealed)).isEmpty();
  }

  @Test
  void noByteCanBeChangedOrLeftOut() {
    for (int at = 0; at < sealed.length; at++) {
      byte[] changed = sealed.clone();
      changed[at] ^= 1;
      assertThat(seal.open(name, mark, changed)).as("byte %d", at).isEmpty();
      assertThat(seal.open(name, mark, Arrays.copyOf(sealed, at))).as("%d bytes", at).isEmpty();
    }
    assertThat(seal.open(name, mark, Arrays.copyOf(sealed, sealed.length + 1))).isEmpty();
  }

  @Test
  void theSameRowsAreSealedOtherwiseEachTime() {
    assertThat(seal.seal(name, mark, SECRET_ROWS)).isNotEqualTo(sealed);
  }
}
