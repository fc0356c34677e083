package dev.alidade.delivery.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.delivery.Destination;
import dev.alidade.delivery.Outgoing;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** What a storage does that refuses, fails or is not there; nobody is told where it is. */
class StorageFaultsTest {
  private static final S3Server SERVER = S3Server.shared();

  private final String bucket = SERVER.createBucket();

  @Test
  void aKeyThatIsNotKnownIsRefused() {
    for (StorageKey wrong :
        new StorageKey[] {
          new StorageKey("stranger", "keeper-secret"), new StorageKey("keeper", "wrong-secret")
        }) {
      StorageSettings settings = with(SERVER.endpoint(), bucket, wrong);
      assertFails(
          () -> to(settings).check("a.csv"),
          ErrorCode.STORAGE_REFUSED,
          "Storage `lake` does not accept the key that is configured for it; ask who runs the server, whose log says more");
    }
  }

  @Test
  void aKeyThatMayNotWriteIsRefusedWhenItWrites() {
    Destination destination = to(known("reader"));
    destination.check("a.csv");
    assertFails(
        () -> destination.begin("a.csv", "job_1", Path.of("")),
        ErrorCode.STORAGE_REFUSED,
        "Storage `lake` does not let its key write there; ask who runs the server, whose log says more");
  }

  @Test
  void aKeyThatMayOnlyWriteWrites() throws IOException {
    Destination destination = to(known("writer"));
    destination.check("a.csv");
    write(destination, "a.csv");
    assertThat(SERVER.keys(bucket)).containsExactly("exports/a.csv");
  }

  @Test
  void aBucketThatIsNotThereIsSaidSo() {
    StorageSettings settings =
        with(SERVER.endpoint(), "nobody-made-it", new StorageKey("keeper", "keeper-secret"));
    assertFails(
        () -> to(settings).check("a.csv"),
        ErrorCode.STORAGE_MISSING,
        "The bucket of storage `lake` is not there; ask who runs the server");
  }

  @Test
  void aStorageThatCannotBeReachedIsSaidSo() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    StorageSettings settings =
        with(
            URI.create("http://127.0.0.1:" + closed),
            bucket,
            new StorageKey("keeper", "keeper-secret"));
    assertFails(
        () -> to(settings).check("a.csv"),
        ErrorCode.STORAGE_UNAVAILABLE,
        "Storage `lake` cannot be reached; try again later, or ask who runs the server");
  }

  @Test
  void aStorageThatDiesInTheMiddleFailsTheFileAndNothingElse() throws IOException {
    try (S3Server dying = S3Server.own()) {
      StorageSettings settings =
          with(dying.endpoint(), dying.createBucket(), new StorageKey("keeper", "keeper-secret"));
      Destination destination = to(settings);
      Outgoing first = destination.begin("a.csv", "job_1", Path.of(""));
      Outgoing second = destination.begin("b.csv", "job_1", Path.of(""));
      first.stream().write(new byte[Upload.PART]);
      dying.kill();
      assertFails(
          () -> first.stream().write(new byte[Upload.PART]),
          ErrorCode.STORAGE_UNAVAILABLE,
          "Storage `lake` cannot be reached; try again later, or ask who runs the server");
      first.stream().write("the end of an archive".getBytes(StandardCharsets.UTF_8));
      first.stream().close();
      first.close();
      second.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "412, PreconditionFailed, INVALID_INPUT, `a.csv` is in storage `lake` already",
    "409, ConditionalRequestConflict, INVALID_INPUT, `a.csv` is in storage `lake` already",
    "301, PermanentRedirect, STORAGE_REFUSED, is in another region than configured",
    "503, SlowDown, STORAGE_UNAVAILABLE, is overloaded or failed",
    "400, EntityTooLarge, STORAGE_REFUSED, answered EntityTooLarge;",
    "400, <b>at 10.0.0.1, STORAGE_REFUSED, answered 400;",
  })
  void whatElseItAnswersIsSaidInOurWords(int status, String answer, ErrorCode code, String words) {
    S3Exception failure =
        (S3Exception)
            S3Exception.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(answer).build())
                .message("secret")
                .build();
    AlidadeException said = new StorageFailures("lake").of(failure, "a.csv");
    assertThat(said.code()).isEqualTo(code);
    assertThat(said).hasMessageContaining(words);
    assertThat(said.getMessage()).doesNotContain("secret");
  }

  @Test
  void itStaysBelowItsPrefix() throws IOException {
    SERVER.put(bucket, "a.csv", "not ours");
    Destination destination = to(known("keeper"));
    destination.check("a.csv");
    write(destination, "a.csv");
    assertThat(SERVER.keys(bucket)).containsExactly("a.csv", "exports/a.csv");
    assertThatThrownBy(() -> destination.check("a.csv")).hasMessageContaining("already");
  }

  @Test
  void noKeyIsShown() {
    StorageSettings settings = known("keeper");
    assertThat(settings.toString()).contains("key=***").doesNotContain("keeper");
  }

  private StorageSettings known(String who) {
    return SERVER.storage("lake", bucket, "exports/", who, Optional.empty());
  }

  private static StorageSettings with(URI endpoint, String bucket, StorageKey key) {
    return new StorageSettings(
        "lake", bucket, "", Optional.of(endpoint), "us-east-1", true, key, Optional.empty());
  }

  private static Destination to(StorageSettings settings) {
    return new ExportStorage(settings).destination(false);
  }

  private static void write(Destination destination, String path) throws IOException {
    try (Outgoing outgoing = destination.begin(path, "job_1", Path.of(""))) {
      try (OutputStream stream = outgoing.stream()) {
        stream.write(1);
      }
      outgoing.keep();
    }
  }

  /** The whole message, so that no more is said. */
  private static void assertFails(ThrowingCallable call, ErrorCode code, String message) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            AlidadeException.class, failure -> assertThat(failure.code()).isEqualTo(code))
        .hasMessage(message);
  }
}
