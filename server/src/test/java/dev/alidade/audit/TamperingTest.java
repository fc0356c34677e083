package dev.alidade.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.audit.Finding.Damage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to the files, the check names the record. */
class TamperingTest {
  private static final int QUERIES = 20;

  @TempDir private Path state;
  private Trail trail;

  @BeforeEach
  void record() {
    trail = new Trail(state);
    trail.queries(QUERIES);
  }

  @Test
  void whatWasLeftAloneFits() {
    ChainReport report = trail.check().getFirst();
    assertThat(report.findings()).isEmpty();
    assertThat(report.records()).isEqualTo(2 * QUERIES);
    assertThat(report.last()).isEqualTo(2 * QUERIES);
  }

  @Test
  void aChangedWordIsFound() throws IOException {
    List<String> lines = trail.lines();
    lines.set(6, lines.get(6).replace("wendy", "windy"));
    trail.write(lines);
    assertThat(trail.findings()).hasSize(1);
    assertThat(trail.finds(Damage.CHANGED, 7)).isTrue();
  }

  @Test
  void everyFlippedBitIsFound() throws IOException {
    byte[] whole = Files.readAllBytes(trail.segment());
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int round = 0; round < 300; round++) {
      byte[] damaged = whole.clone();
      int at = random.nextInt(damaged.length);
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      Files.write(trail.segment(), damaged);
      assertThat(trail.findings()).as("bit of byte %d", at).isNotEmpty();
    }
  }

  @Test
  void aChangedHashBlamesItsOwnRecordOnly() throws IOException {
    List<String> lines = trail.lines();
    String line = lines.get(9);
    char last = line.charAt(line.length() - 3);
    lines.set(9, line.substring(0, line.length() - 3) + (last == '0' ? '1' : '0') + "\"}");
    trail.write(lines);
    assertThat(trail.findings()).hasSize(1);
    assertThat(trail.finds(Damage.CHANGED, 10)).isTrue();
  }

  @Test
  void aMissingRecordIsFound() throws IOException {
    List<String> lines = trail.lines();
    lines.remove(11);
    trail.write(lines);
    assertThat(trail.findings()).hasSize(1);
    assertThat(trail.finds(Damage.MISSING, 12)).isTrue();
  }

  @Test
  void aMissingFirstRecordIsFound() throws IOException {
    List<String> lines = trail.lines();
    lines.removeFirst();
    trail.write(lines);
    assertThat(trail.finds(Damage.MISSING, 1)).isTrue();
  }

  @Test
  void aRenumberedChainIsFound() throws IOException {
    List<String> lines = trail.lines();
    lines.remove(11);
    for (int index = 11; index < lines.size(); index++) {
      lines.set(index, lines.get(index).replaceFirst("\\d+", Integer.toString(index + 1)));
    }
    trail.write(lines);
    assertThat(trail.finds(Damage.CHANGED, 12)).isTrue();
  }

  @Test
  void swappedRecordsAreFound() throws IOException {
    for (int first : List.of(0, 14)) {
      List<String> lines = trail.lines();
      List<String> swapped = trail.lines();
      swapped.set(first, lines.get(first + 1));
      swapped.set(first + 1, lines.get(first));
      trail.write(swapped);
      assertThat(trail.finds(Damage.REORDERED, first + 1)).isTrue();
      trail.write(lines);
    }
  }

  @Test
  void aRecordThatStandsTwiceIsFound() throws IOException {
    List<String> lines = trail.lines();
    lines.add(20, lines.get(4));
    trail.write(lines);
    assertThat(trail.findings()).hasSize(1);
    assertThat(trail.finds(Damage.DUPLICATED, 5)).isTrue();
  }

  @Test
  void aCutEndIsFound() throws IOException {
    List<String> lines = trail.lines();
    trail.write(lines.subList(0, lines.size() - 3));
    assertThat(trail.finds(Damage.CUT, 2 * QUERIES - 2)).isTrue();
  }

  @Test
  void aCutEndIsStillFoundAfterTheNextStart() throws IOException {
    List<String> lines = trail.lines();
    trail.write(lines.subList(0, lines.size() - 3));
    trail.queries(5);
    assertThat(trail.finds(Damage.MISSING, 2 * QUERIES - 2)).isTrue();
    assertThat(trail.check().getFirst().last()).isEqualTo(2 * QUERIES + 1 + 10);
  }

  @Test
  void aSegmentThatIsGoneIsFoundWhereverItStood() throws IOException {
    for (int day = 1; day <= 3; day++) {
      Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(day));
      try (AuditLog log = trail.open(AuditSettings.USUAL, then)) {
        log.record(Trail.started("d" + day, Trail.WENDY, "shop", "SELECT 1", then.instant()));
        log.record(Trail.ended("d" + day, "ok", then.instant()));
      }
    }
    assertThat(trail.findings()).isEmpty();
    List<Path> segments = SegmentFiles.of(trail.folder().chain(1));
    assertThat(segments).hasSize(4);
    assertGone(segments.get(0), Damage.MISSING, 1);
    assertGone(segments.get(1), Damage.MISSING, 2 * QUERIES + 1);
    assertGone(segments.get(3), Damage.CUT, 2 * QUERIES + 5);
  }

  private void assertGone(Path segment, Damage damage, long sequence) throws IOException {
    byte[] bytes = Files.readAllBytes(segment);
    Files.delete(segment);
    assertThat(trail.finds(damage, sequence)).isTrue();
    Files.write(segment, bytes);
  }

  @Test
  void aChainThatIsGoneIsFound() throws IOException {
    try (Stream<Path> files = Files.list(trail.folder().chain(1))) {
      files.forEach(TamperingTest::delete);
    }
    Files.delete(trail.folder().chain(1));
    assertThat(trail.finds(Damage.CUT, 1)).isTrue();
  }

  @Test
  void anAnchorThatIsGoneIsFoundAndStaysFound() throws IOException {
    Files.delete(trail.folder().anchor(1));
    assertThat(trail.finds(Damage.ANCHOR, 2 * QUERIES)).isTrue();
    trail.queries(1);
    assertThat(trail.finds(Damage.ANCHOR, 2 * QUERIES + 1)).isTrue();
  }

  @Test
  void aTornLastLineIsToldApart() throws IOException {
    byte[] half = "{\"sequence\":41,\"time\":\"20".getBytes(StandardCharsets.UTF_8);
    Files.write(trail.segment(), half, StandardOpenOption.APPEND);
    ChainReport report = trail.check().getFirst();
    assertThat(report.findings()).isEmpty();
    assertThat(report.torn()).isEqualTo(half.length);

    trail.queries(1);
    report = trail.check().getFirst();
    assertThat(report.findings()).isEmpty();
    assertThat(report.torn()).isZero();
    assertThat(trail.lines().get(40)).contains("\"kind\":\"recovered\"", "\"torn_bytes\":25");
  }

  @Test
  void anEndThatIsTornWhereTheAnchorKnewMoreIsACut() throws IOException {
    byte[] whole = Files.readAllBytes(trail.segment());
    Files.write(trail.segment(), Arrays.copyOf(whole, whole.length - 10));
    assertThat(trail.finds(Damage.CUT, 2 * QUERIES)).isTrue();
  }

  @Test
  void anotherKeyFitsNothing() {
    AuditFolder other = new AuditFolder(state, Optional.of("a key that made nothing"));
    assertThat(AuditCheck.of(other).getFirst().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).contains("is it the key"));
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
