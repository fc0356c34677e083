package dev.alidade.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.bench.load.Measurement;
import dev.alidade.bench.load.Spread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTest {
  private static final Line RATE =
      Line.of(
              "points",
              "calls",
              new Measurement(1_234.567, new Spread(0.5, 1.25, 20), 0.02, Optional.empty()))
          .beside("the driver", 2_000)
          .aiming(new Goal.OfRatio(0.6));
  private static final Line TIME =
      Line.of("start", "ready", Unit.MILLISECONDS, 612.3).aiming(new Goal.OfValue(600));

  @TempDir private Path folder;

  private static Report report(Line... lines) throws IOException {
    return new Report("2026-11-22T19:00:00Z", "abc", Machine.here(), List.of(lines));
  }

  @Test
  void ofRatesMoreIsBetterAndOfTimesLess() {
    assertThat(RATE.ratio()).hasValueSatisfying(ratio -> assertThat(ratio).isBetween(0.61, 0.62));
    assertThat(RATE.met()).contains(true);
    assertThat(RATE.aiming(new Goal.OfRatio(0.7)).met()).contains(false);
    assertThat(TIME.met()).contains(false);
    assertThat(TIME.aiming(new Goal.OfValue(700)).met()).contains(true);
    assertThat(Line.of("start", "memory", Unit.MEGABYTES, 1).met()).isEmpty();
  }

  @Test
  void aReportComesBackFromItsFile() throws IOException {
    Path file = folder.resolve("report.json");
    Report written = report(RATE, TIME);

    ReportFile.write(file, written);
    Report read = ReportFile.read(file);

    assertThat(read.machine()).isEqualTo(written.machine());
    assertThat(read.lines()).hasSize(2);
    assertThat(read.lines().getFirst().value()).isEqualTo(1_235);
    assertThat(read.lines().getFirst().spread()).isEqualTo(RATE.spread());
    assertThat(read.lines().getFirst().goal()).isEqualTo(RATE.goal());
    assertThat(read.lines().getFirst().refused()).isEqualTo(0.02);
    assertThat(read.lines().getLast()).isEqualTo(TIME);
    assertThat(Comparison.of(written, read, 0.01).isGood()).isTrue();
  }

  @Test
  void aFileSaysWhatIsMet() throws IOException {
    Path file = folder.resolve("report.json");

    ReportFile.write(file, report(RATE, TIME));

    assertThat(Files.readString(file))
        .contains("\"ratio\" : 0.6173", "\"goal\" : 0.6", "\"met\" : true", "\"met\" : false");
  }

  @Test
  void aFileWithoutLinesIsNoReport() throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), "{}");

    assertThatThrownBy(() -> ReportFile.read(file)).hasMessageContaining("no lines of a bench");
  }

  @Test
  void theTableTellsAValueOnceAndEveryRatio() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    Table.print(
        report(RATE, RATE.beside("nothing", 4_000), TIME),
        new PrintStream(out, true, StandardCharsets.UTF_8));

    String text = out.toString(StandardCharsets.UTF_8);
    assertThat(text.split("1,235 calls/s", -1)).hasSize(2);
    assertThat(text)
        .contains("the driver, 2,000", "0.62", ">= 0.60 x", "yes", "nothing, 4,000", "0.31")
        .contains("of these calls 2.0 % were refused", "<= 600 ms", "NO", "of 3 goals are met");
  }
}
