package dev.alidade.chart.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Pages become pictures in a process that reaches nothing, ends in time and leaves nothing. */
class ChromiumTest {
  private static final Sight SMALL = new Sight(200, 150, 2);
  private static final String NEVER = "new Promise(() => {})";

  private final Chromium chromium = Chromium.of(System.getenv());

  @Test
  void aPageIsSeenAsLargeAndAsSharpAsAsked() throws IOException {
    byte[] png =
        chromium.png("<body style='background:#0072b2'>", "true", SMALL, Cancellation.never());

    var image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(400, 300);
    assertThat(image.getRGB(200, 150) & 0xffffff).isEqualTo(0x0072b2);
  }

  @Test
  void aPageIsPrinted() {
    byte[] pdf = chromium.pdf("<p>Orders</p>", "true", SMALL, Cancellation.never());

    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void noPageReachesThisMachine() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> calls.incrementAndGet());
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.png";
      String fetched =
          chromium.text(
              "<p>x</p>",
              "fetch('%s').then(() => 'there', () => 'nowhere')".formatted(address),
              "fetch('%s').then(() => 'there', () => 'nowhere')"
                  .formatted(address.replace("127.0.0.1", "localhost")),
              SMALL,
              Cancellation.never());

      assertThat(fetched).isEqualTo("nowhere");
      assertThat(calls).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void itIsKilledWhenNobodyWaitsAnyMore() throws Exception {
    List<Path> before = profiles();
    Cancellation cancellation = new Cancellation();
    CountDownLatch begun = new CountDownLatch(1);
    Thread impatient =
        Thread.startVirtualThread(
            () -> {
              awaitProfile(before, begun);
              cancellation.cancel();
            });

    assertThatThrownBy(() -> chromium.png("<p>x</p>", NEVER, SMALL, cancellation))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED));
    impatient.join();
    assertThat(begun.await(0, TimeUnit.SECONDS)).isTrue();
    assertNothingIsLeft(before);
  }

  @Test
  void itIsKilledWhenItsTimeIsOver() throws IOException {
    List<Path> before = profiles();
    Chromium hurried = new Chromium(installed(), Duration.ofSeconds(2));

    assertThatThrownBy(() -> hurried.png("<p>x</p>", NEVER, SMALL, Cancellation.never()))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BROWSER_UNAVAILABLE))
        .hasMessageContaining("within 2 seconds");
    assertNothingIsLeft(before);
  }

  @Test
  void aPageThatFailsIsNoPicture() {
    assertThatThrownBy(() -> chromium.png("<p>x</p>", "missing.thing", SMALL, Cancellation.never()))
        .hasMessageContaining("could not draw this chart");
  }

  @Test
  void whatIsMissingIsSaidWithWhatToDo() {
    Chromium none = Chromium.of(Map.of("PATH", "/nowhere:"));

    assertThat(none.isInstalled()).isFalse();
    assertThatThrownBy(() -> none.png("", "true", SMALL, Cancellation.never()))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.BROWSER_UNAVAILABLE))
        .hasMessageContaining("not installed where the server runs; install it")
        .hasMessageContaining("ALIDADE_CHROMIUM");
    assertThat(Chromium.of(Map.of("ALIDADE_CHROMIUM", "/bin/sh")).isInstalled()).isTrue();
  }

  @Test
  void aProgramThatIsNoBrowserIsSaidToBeNone() {
    Chromium wrong = Chromium.of(Map.of("ALIDADE_CHROMIUM", "/bin/false"));

    assertThatThrownBy(() -> wrong.png("", "true", SMALL, Cancellation.never()))
        .hasMessageContaining("ended before the picture was drawn");
  }

  private static Optional<Path> installed() {
    return Stream.concat(
            Optional.ofNullable(System.getenv(Chromium.VARIABLE)).stream(),
            Stream.of("/usr/bin/chromium", "/usr/bin/google-chrome"))
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static void awaitProfile(List<Path> before, CountDownLatch begun) {
    try {
      while (profiles().equals(before)) {
        Thread.sleep(20);
      }
      Thread.sleep(300);
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
    begun.countDown();
  }

  private static List<Path> profiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("alidade-picture"))
          .sorted()
          .toList();
    }
  }

  private static void assertNothingIsLeft(List<Path> before) throws IOException {
    assertThat(profiles()).isEqualTo(before);
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
        .noneMatch(process -> process.info().commandLine().orElse("").contains("alidade-picture"));
  }
}
