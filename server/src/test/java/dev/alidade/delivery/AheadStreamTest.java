package dev.alidade.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AheadStreamTest {
  @Test
  void everythingArrivesInItsOrder() throws IOException {
    Random random = new Random(7);
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AheadStream ahead = new AheadStream(out)) {
      for (int turn = 0; turn < 300; turn++) {
        byte[] piece = new byte[random.nextInt(turn % 9 == 0 ? 400_000 : 3_000)];
        random.nextBytes(piece);
        expected.writeBytes(piece);
        ahead.write(piece, 0, piece.length);
        if (turn % 50 == 0) {
          ahead.flush();
          assertThat(out.size()).isEqualTo(expected.size());
        }
      }
      ahead.write('!');
      expected.write('!');
      ahead.flush();
    }
    assertThat(out.toByteArray()).isEqualTo(expected.toByteArray());
  }

  @Test
  void aFailureBehindIsToldOnceAndNothingIsWrittenAfterIt() throws IOException {
    ByteArrayOutputStream reached = new ByteArrayOutputStream();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int unit) throws IOException {
            throw new IOException("one by one");
          }

          @Override
          public void write(byte[] content, int offset, int length) throws IOException {
            reached.write(content, offset, 1);
            throw new IOException("no room");
          }
        };
    try (AheadStream ahead = new AheadStream(full)) {
      assertThatThrownBy(
              () -> {
                for (int turn = 0; turn < 100; turn++) {
                  ahead.write(new byte[50_000]);
                }
              })
          .isInstanceOf(IOException.class)
          .hasMessage("no room");
      ahead.write(new byte[500_000]);
      ahead.flush();
    }
    assertThat(reached.size()).isEqualTo(1);
  }
}
