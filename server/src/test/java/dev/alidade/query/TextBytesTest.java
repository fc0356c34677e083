package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bytes are those of the texts that cells have elsewhere. */
class TextBytesTest {
  private static final List<Long> EDGES =
      List.of(
          0L,
          1L,
          -1L,
          9L,
          10L,
          -10L,
          99L,
          100L,
          101L,
          999_999_999_999_999_999L,
          1_000_000_000_000_000_000L,
          -1_000_000_000_000_000_000L,
          Long.MAX_VALUE,
          Long.MIN_VALUE,
          Long.MIN_VALUE + 1,
          86_399_999_999L,
          86_400_000_000L,
          -1_000_000L);
  private static final long MICROS_OF_SECOND = 1_000_000;
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);
  private final TextBytes text = new TextBytes(1);

  @Test
  void numbersReadAsElsewhere() {
    for (int turn = 0; turn < 200_000; turn++) {
      long number = number(turn);
      int scale = random.nextInt(19);
      double fraction = fraction(turn);
      assertThat(written(text.add(number))).as("seed %d", seed).isEqualTo(Cells.toText(number));
      assertThat(written(text.addDecimal(number, scale)))
          .as("seed %d", seed)
          .isEqualTo(Cells.toText(BigDecimal.valueOf(number, scale)));
      assertThat(written(text.add(fraction))).as("seed %d", seed).isEqualTo(Cells.toText(fraction));
    }
  }

  @Test
  void momentsReadAsElsewhere() {
    for (int turn = 0; turn < 200_000; turn++) {
      long micros = number(turn);
      OffsetDateTime moment =
          Instant.ofEpochSecond(
                  Math.floorDiv(micros, MICROS_OF_SECOND),
                  Math.floorMod(micros, MICROS_OF_SECOND) * 1_000)
              .atOffset(ZoneOffset.ofHours(turn % 3));
      LocalDateTime time = moment.atZoneSameInstant(ZoneOffset.UTC).toLocalDateTime();
      long days = micros % Integer.MAX_VALUE;
      LocalDate date = LocalDate.ofEpochDay(days);
      LocalTime fine = LocalTime.ofNanoOfDay(Math.floorMod(micros, 86_400_000_000_000L));
      assertThat(written(text.addMoment(micros))).as("seed %d", seed).isEqualTo(Cells.toText(time));
      assertThat(written(text.add(time))).as("seed %d", seed).isEqualTo(Cells.toText(time));
      assertThat(written(text.add(moment))).as("seed %d", seed).isEqualTo(Cells.toText(moment));
      assertThat(written(text.addDate(days))).as("seed %d", seed).isEqualTo(date.toString());
      assertThat(written(text.add(fine))).as("seed %d", seed).isEqualTo(Cells.toText(fine));
    }
  }

  @Test
  void aDateThatRepeatsIsTheSameText() {
    text.addDate(19_000).add(' ').addDate(19_000).add(' ').addMoment(19_000 * 86_400_000_000L);
    assertThat(written(text)).isEqualTo("2022-01-08 2022-01-08 2022-01-08T00:00:00");
  }

  @Test
  void whatIsCutIsGoneAndWhatIsSentIsSentOnce() throws IOException {
    text.add("a Ä 日本 \uD83D\uDE00").add("gone");
    text.cut(text.size() - 4);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    text.sendTo(out);
    text.add("b".getBytes(StandardCharsets.UTF_8), 0, 1).sendTo(out);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a Ä 日本 \uD83D\uDE00b");
    assertThat(text.size()).isZero();
  }

  private long number(int turn) {
    return turn < EDGES.size() ? EDGES.get(turn) : random.nextLong() >> random.nextInt(64);
  }

  private double fraction(int turn) {
    return switch (turn % 6) {
      case 0 -> Double.longBitsToDouble(random.nextLong());
      case 1 -> random.nextInt(30_000_000) - 15_000_000;
      case 2 -> random.nextInt() / 100.0;
      case 3 -> -0.0 * turn;
      case 4 -> random.nextBoolean() ? Double.NaN : Double.NEGATIVE_INFINITY;
      default -> random.nextGaussian();
    };
  }

  private static String written(TextBytes text) {
    String written = new String(text.array(), 0, text.size(), StandardCharsets.UTF_8);
    text.cut(0);
    return written;
  }
}
