package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextValuesTest {
  @Test
  void charactersAreCountedAsStringsCountThem() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 500; round++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      int[] starts = new int[random.nextInt(1, 20)];
      long expected = 0;
      // Texts need not begin with the first byte.
      bytes.writeBytes("ß".repeat(random.nextInt(3)).getBytes(StandardCharsets.UTF_8));
      for (int row = 0; row < starts.length; row++) {
        starts[row] = bytes.size();
        String text = text(random);
        if (row < starts.length - 1) {
          bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
          expected += text.length();
        }
      }
      TextValues values = new TextValues(bytes.toByteArray(), starts, new BitSet());
      assertThat(values.characters(starts.length - 1)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(12); length > 0; length--) {
      switch (random.nextInt(6)) {
        case 0 -> text.append("ä");
        case 1 -> text.append("日");
        case 2 -> text.appendCodePoint(0x1F600 + random.nextInt(40));
        default -> text.append((char) ('a' + random.nextInt(26)));
      }
    }
    return text.toString();
  }
}
