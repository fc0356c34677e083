package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.luben.zstd.ZstdOutputStream;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.store.Database;
import dev.alidade.upload.Upload;
import dev.alidade.upload.UploadLimits;
import dev.alidade.upload.UploadOutput;
import dev.alidade.upload.UploadService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadsTest {
  private static final Caller EVE = new Caller("eve", Set.of(), Map.of());
  private static final long KILOBYTE = 1_024;
  private static final UploadLimits SMALL = new UploadLimits(100 * KILOBYTE, 150 * KILOBYTE);

  @TempDir private Path state;
  private Path folder;
  private Database database;
  private UploadService uploads;
  private final List<AuditEvent> events = new ArrayList<>();

  @BeforeEach
  void open() {
    folder = state.resolve("uploads");
    database = Database.open(state);
    uploads = at(Clock.systemUTC());
  }

  private UploadService at(Clock clock) {
    return new UploadService(
        database, folder, SMALL, FileKind::recognize, () -> List.of("sales"), events::add, clock);
  }

  @ParameterizedTest
  @CsvSource({
    "sales.csv, sales.csv",
    "../../etc/passwd.csv, passwd.csv",
    "/etc/cron.d/job.csv, job.csv",
    "'C:\\temp\\..\\a.csv', a.csv",
    ".hidden.csv, hidden.csv",
    "'we*rd:n?me<>|\".csv', we_rd_n_me____.csv",
    "notes.txt, notes.csv",
    "Übersicht März.tsv, Übersicht März.tsv"
  })
  void namesAreOnePartOfAPath(String given, String kept) {
    UploadOutput output = receive(given, "a,b\n1,2\n");
    assertThat(output.file()).isEqualTo(kept);
    assertThat(folder.resolve(output.upload()).resolve(kept)).isRegularFile();
    assertThat(files()).hasSize(1);
  }

  @Test
  void charactersThatEndNamesElsewhereEndNoneHere() {
    assertThat(receive("a\0.sh\n.csv", "a\n1\n").file()).isEqualTo("a_.sh_.csv");
  }

  @Test
  void aLongNameKeepsItsEnd() {
    String file = receive("ü".repeat(5_000) + ".csv.gz", gzip("a\n1\n")).file();
    assertThat(file).endsWith(".csv.gz");
    assertThat(file.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(180);
  }

  @ParameterizedTest
  @CsvSource({"..", "/", "'   '", "''", "***"})
  void aNameOfNothingIsRefused(String name) {
    assertThatThrownBy(() -> receive(name, "a\n1\n"))
        .hasMessageContaining("give `name` such as sales.csv");
    assertThat(files()).isEmpty();
  }

  @Test
  void aLinkInTheWayIsNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectory(state.resolve("elsewhere"));
    UploadOutput output = receive("a.csv", "a\n1\n");
    Upload upload = uploads.find(EVE, List.of(output.upload()), Optional.empty()).getFirst();
    Path inside = Files.writeString(elsewhere.resolve("keep.csv"), "a\n1\n");
    Files.createSymbolicLink(upload.path().getParent().resolve("link"), elsewhere);
    uploads.delete(List.of(upload));
    assertThat(upload.path().getParent()).doesNotExist();
    assertThat(inside).exists();
  }

  @Test
  void anEmptyABrokenAndAnotherFileSayWhatTheyAre() {
    assertThat(refusal("a.csv", new byte[0])).isEqualTo("a.csv is empty");
    assertThat(refusal("a.parquet", "no".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("a.parquet is not a Parquet file, though its name says so");
    assertThat(refusal("a.csv", new byte[] {'a', 0, 'b'})).contains("holds binary data");
    assertThat(refusal("a.csv", "a,b\n".getBytes(StandardCharsets.UTF_16)))
        .contains("is UTF-16 text; save it as UTF-8");
    assertThat(refusal("a.xlsx", new byte[] {'P', 'K', 3, 4, 0}))
        .contains("is an Excel workbook; save each sheet as CSV");
    assertThat(refusal("a.csv", new byte[] {'P', 'K', 3, 4, 0})).contains("is a zip archive");
    assertThat(refusal("a.db", "x".repeat(50).getBytes(StandardCharsets.UTF_8)))
        .contains("is neither a DuckDB nor an SQLite file");
    byte[] whole = gzip("a,b\n1,2\n");
    byte[] half = java.util.Arrays.copyOf(whole, whole.length - 6);
    assertThat(refusal("a.csv.gz", half)).contains("a.csv.gz is broken");
    assertThat(files()).isEmpty();
  }

  @Test
  void aSmallFileThatExpandsWithoutEndIsStopped() {
    byte[] bomb = gzip("0".repeat(2_000_000));
    assertThat(bomb.length).isLessThan(10_000);
    assertThat(refusal("bomb.csv.gz", bomb))
        .contains("bomb.csv.gz expands to more than the 100 kB that may be uploaded");
    assertThat(refusal("bomb.csv.zst", zstd("0".repeat(2_000_000)))).contains("expands to more");
    assertThat(files()).isEmpty();
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeAndWhileItComes() {
    byte[] large = "1,2\n".repeat(50_000).getBytes(StandardCharsets.UTF_8);
    assertThat(refusal("large.csv", large)).contains("larger than the 100 kB");
    AlidadeException unsaid =
        catchThrowableOfType(
            AlidadeException.class,
            () -> uploads.receive(EVE, "large.csv", -1, new ByteArrayInputStream(large)));
    assertThat(unsaid.code()).isEqualTo(ErrorCode.REQUEST_TOO_LARGE);
    assertThat(files()).isEmpty();
  }

  @Test
  void allFilesTogetherHaveAQuota() {
    receive("one.csv", "1,2\n".repeat(25_000));
    assertThat(refusal("two.csv", "1,2\n".repeat(20_000).getBytes(StandardCharsets.UTF_8)))
        .contains("52 kB of the 150 kB for uploaded files are free");
    receive("three.csv", "1,2\n".repeat(10_000));
  }

  @Test
  void aFileThatDoesNotComeWholeIsNotKept() {
    assertThatThrownBy(() -> uploads.receive(EVE, "a.csv", 1_000, broken()))
        .hasMessageContaining("did not come whole");
    assertThatThrownBy(
            () ->
                uploads.receive(
                    EVE, "a.csv", 1_000, new ByteArrayInputStream(new byte[] {'a', '\n'})))
        .hasMessageContaining("did not come whole: 2 of 1,000 bytes");
    assertThat(files()).isEmpty();
    assertThat(events).hasSize(4);
    assertThat(((AuditEvent.Change) events.getLast()).outcome()).isEqualTo("MALFORMED_REQUEST");
  }

  @Test
  void onlyWhoSentAFileUsesIt() {
    UploadOutput output = receive("a.csv", "a\n1\n");
    Caller other = new Caller("bob", Set.of(), Map.of());
    assertThatThrownBy(() -> uploads.find(other, List.of(output.upload()), Optional.empty()))
        .hasMessageContaining("There is no uploaded file");
    assertThatThrownBy(() -> uploads.find(EVE, List.of("../x"), Optional.empty()))
        .hasMessageContaining("send it again");
  }

  @Test
  void whatNoSourceWasMadeOfIsForgottenAfterADay() throws IOException {
    UploadOutput old = receive("old.csv", "a\n1\n");
    Files.createDirectories(folder.resolve(".incoming/up_crashed"));
    Clock later = Clock.fixed(Instant.now().plus(Duration.ofHours(25)), ZoneOffset.UTC);
    UploadOutput fresh =
        at(later)
            .receive(
                EVE, "new.csv", 4, new ByteArrayInputStream(new byte[] {'a', '\n', '1', '\n'}));
    assertThat(folder.resolve(old.upload())).doesNotExist();
    assertThat(folder.resolve(".incoming/up_crashed")).doesNotExist();
    assertThat(uploads.all()).extracting(Upload::id).containsExactly(fresh.upload());
  }

  @Test
  void theNameOfASourceIsSuggested() {
    assertThat(receive("Sales.csv", "a\n1\n").suggestedSource()).isEqualTo("sales_2");
    assertThat(receive("2024 Q1.csv.gz", gzip("a\n1\n")).suggestedSource())
        .isEqualTo("database_2024_q1");
  }

  /** Ten bytes, and then the client is gone. */
  private static InputStream broken() {
    return new SequenceInputStream(
        new ByteArrayInputStream(new byte[10]),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            throw new IOException("gone");
          }
        });
  }

  private UploadOutput receive(String name, String content) {
    return receive(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private UploadOutput receive(String name, byte[] content) {
    return uploads.receive(EVE, name, content.length, new ByteArrayInputStream(content));
  }

  private String refusal(String name, byte[] content) {
    return catchThrowableOfType(AlidadeException.class, () -> receive(name, content)).getMessage();
  }

  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  private static byte[] gzip(String text) {
    return compressed(text, GZIPOutputStream::new);
  }

  private static byte[] zstd(String text) {
    return compressed(text, ZstdOutputStream::new);
  }

  @FunctionalInterface
  private interface Compressing {
    OutputStream into(OutputStream out) throws IOException;
  }

  private static byte[] compressed(String text, Compressing compressing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = compressing.into(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
