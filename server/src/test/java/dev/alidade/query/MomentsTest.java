package dev.alidade.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The fast texts are those of Java's own formatter. */
class MomentsTest {
  private static final List<Integer> YEARS =
      List.of(
          0,
          1,
          -1,
          9,
          99,
          999,
          -999,
          1000,
          9_999,
          -9_999,
          10_000,
          -10_000,
          Year.MAX_VALUE - 1,
          Year.MIN_VALUE + 1);
  private static final List<Integer> NANOS =
      List.of(0, 1, 10, 999, 1_000, 123_456_000, 500_000_000, 999_999_999, 100);
  private final long seed = System.nanoTime();
  private final Random random = new Random(seed);

  @Test
  void datesAndTimesReadAsTheFormatterWritesThem() {
    for (int turn = 0; turn < 200_000; turn++) {
      LocalDate date = date(turn);
      LocalTime time = time(turn);
      LocalDateTime both = date.atTime(time);
      OffsetDateTime zoned =
          both.atOffset(ZoneOffset.ofTotalSeconds(random.nextInt(129_601) - 64_800));
      assertThat(Cells.toText(date)).as("seed %d", seed).isEqualTo(date.toString());
      assertThat(Cells.toText(time))
          .as("seed %d", seed)
          .isEqualTo(DateTimeFormatter.ISO_LOCAL_TIME.format(time));
      assertThat(Cells.toText(both))
          .as("seed %d", seed)
          .isEqualTo(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(both));
      assertThat(Cells.toText(zoned))
          .as("seed %d", seed)
          .isEqualTo(
              DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                  zoned.withOffsetSameInstant(ZoneOffset.UTC)));
    }
  }

  private LocalDate date(int turn) {
    int year = turn < YEARS.size() ? YEARS.get(turn) : random.nextInt(24_000) - 12_000;
    return LocalDate.ofYearDay(year, 1 + random.nextInt(365));
  }

  private LocalTime time(int turn) {
    int nano =
        turn % 2 == 0 ? NANOS.get(random.nextInt(NANOS.size())) : random.nextInt(1_000_000_000);
    return LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60), nano);
  }
}
