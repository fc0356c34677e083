package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.LocalServer;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Uploads;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Right;
import dev.alidade.policy.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FileUploadsTest {
  private static final int LARGEST = 4_000_000;
  private LocalServer server;
  private LocalServer closed;

  /** Nothing is asked for. */
  public record Nothing() {}

  /** What came. */
  public record Came(String name, long announced, String digest) {}

  @BeforeEach
  void start() throws Exception {
    HttpSettings open = new HttpSettings("1", Set.of(), Authenticator.OPEN, () -> true);
    server = serve(AccessRules.OPEN, open);
    Role reader =
        new Role(
            "reader",
            Set.of(Right.READ),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            dev.alidade.policy.Denials.NONE);
    // The caller of an open door may do everything; a key's caller may not.
    closed =
        serve(
            new AccessRules(List.of(reader), List.of(), ""),
            new HttpSettings(
                "1",
                Set.of(),
                visit -> new dev.alidade.base.Caller("eve", Set.of("reader"), Map.of()),
                () -> true));
  }

  private static LocalServer serve(AccessRules rules, HttpSettings settings) throws Exception {
    OperationRegistry registry =
        new OperationRegistry(
            List.of(
                Operation.named(Uploads.OPERATION, Nothing.class, Nothing.class)
                    .right(Right.ADMINISTER)
                    .effect(OperationEffect.WRITE)
                    .handledBy((input, invocation) -> input)),
            rules::of,
            event -> {},
            Clock.systemUTC());
    Uploads uploads = (caller, name, bytes, content) -> new Came(name, bytes, digest(content));
    return new LocalServer(
        new HttpDoor(registry, dev.alidade.operation.Downloads.NONE, uploads, settings)::mount);
  }

  private static String digest(InputStream content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[5_000];
      long total = 0;
      for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
        total += read;
        digest.update(buffer, 0, read);
        if (total > LARGEST) {
          throw new AlidadeException(ErrorCode.REQUEST_TOO_LARGE, "more than may be");
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    closed.close();
  }

  @Test
  void aFileComesAsItIsUnderItsName() throws Exception {
    byte[] bytes = new byte[3_000_000];
    new Random(7).nextBytes(bytes);
    HttpResponse<String> response = server.send(post(bytes, "?name=..%2F%C3%BC%20%00.csv"));
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body())
        .contains("\"name\":\"../ü \\u0000.csv\"")
        .contains("\"announced\":3000000")
        .contains(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
  }

  @Test
  void anEmptyBodyIsAFileToo() throws Exception {
    assertThat(server.send(post(new byte[0], "?name=a.csv")).statusCode()).isEqualTo(200);
  }

  @Test
  void aRefusalIsReadWhileTheBodyIsStillSent() throws Exception {
    HttpResponse<String> response = server.send(post(new byte[20_000_000], "?name=a.csv"));
    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(response.body()).contains("more than may be");
    assertThat(server.send(post(new byte[10], "?name=b.csv")).statusCode()).isEqualTo(200);
  }

  @Test
  void onlyWhoMayAddSourcesSendsFiles() throws Exception {
    HttpResponse<String> response = closed.send(post(closed, new byte[9_000_000], "?name=a.csv"));
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("You may not call `add_source`");
  }

  @Test
  void formsAndPagesOfOthersSendNothing() throws Exception {
    HttpRequest.Builder form =
        server
            .to(Uploads.ADDRESS + "?name=a.csv")
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofString("--x--"));
    assertThat(server.send(form).statusCode()).isEqualTo(415);
    HttpResponse<String> foreign =
        server.send(post(new byte[4], "?name=a.csv").header("Origin", "http://evil.example"));
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("ORIGIN_DENIED");
    assertThat(server.send(server.to(Uploads.ADDRESS)).statusCode()).isEqualTo(405);
    assertThat(server.send(post(new byte[4], "")).statusCode()).isEqualTo(400);
  }

  @Test
  void aServerThatTakesNoFilesSaysSo() throws Exception {
    HttpSettings open = new HttpSettings("1", Set.of(), Authenticator.OPEN, () -> true);
    OperationRegistry registry =
        new OperationRegistry(
            List.of(
                Operation.named(Uploads.OPERATION, Nothing.class, Nothing.class)
                    .handledBy((input, invocation) -> input)));
    try (LocalServer none = new LocalServer(new HttpDoor(registry, open)::mount)) {
      HttpResponse<String> response = none.send(post(none, new byte[4], "?name=a.csv"));
      assertThat(response.body()).contains("This server takes no files");
    }
  }

  private HttpRequest.Builder post(byte[] body, String query) {
    return post(server, body, query);
  }

  private static HttpRequest.Builder post(LocalServer to, byte[] body, String query) {
    return to.to(Uploads.ADDRESS + query)
        .header("Content-Type", "application/octet-stream")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body));
  }

  @Test
  void aBodyThatBreaksOffEndsTheReading() throws Exception {
    String head =
        "POST %s?name=a.csv HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/octet-stream\r\nContent-Length: 100\r\n\r\nabc"
            .formatted(Uploads.ADDRESS);
    try (var socket = server.raw(head)) {
      socket.shutdownOutput();
      byte[] rest = socket.getInputStream().readAllBytes();
      assertThat(new String(rest, StandardCharsets.ISO_8859_1)).doesNotContain("200 OK");
    }
  }
}
