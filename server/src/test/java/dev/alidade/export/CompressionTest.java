package dev.alidade.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DuckDB reads what gzip and zstd make, Python what zip makes. */
class CompressionTest {
  private static final List<String> SUMS = List.of("10000", "50005000");
  @TempDir private Path folder;

  @Test
  void anotherProgramReadsGzipAndZstd() throws Exception {
    for (Compression compression : List.of(Compression.GZIP, Compression.ZSTD)) {
      Path file = write(compression);
      assertThat(Files.size(file)).isLessThan(30_000);
      try (DuckDbReader reader = new DuckDbReader()) {
        assertThat(reader.rows("SELECT count(*), sum(n) FROM read_csv('%s')".formatted(file)))
            .containsExactly(SUMS);
      }
    }
  }

  @Test
  void anotherProgramReadsZip() throws Exception {
    Path file = write(Compression.ZIP);
    List<List<String>> rows = Python.rows("zip.py", file, "numbers.csv");
    assertThat(rows).hasSize(10_001).startsWith(List.of("n"), List.of("1"));
  }

  @Test
  void withoutItNothingIsLaidAround() throws Exception {
    assertThat(Files.readString(write(Compression.NONE)))
        .startsWith("n\r\n1\r\n")
        .endsWith("10000\r\n");
  }

  private Path write(Compression compression) throws IOException {
    Path file = folder.resolve("numbers.csv" + compression.suffix());
    try (OutputStream out = Files.newOutputStream(file);
        OutputStream packed = compression.around(out, "numbers.csv")) {
      new CsvFormat().write(new Counted(10_000), packed);
    }
    return file;
  }
}
