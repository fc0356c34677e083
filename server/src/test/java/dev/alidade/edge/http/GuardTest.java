package dev.alidade.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.edge.LocalServer;
import dev.alidade.edge.SampleOperations;
import dev.alidade.operation.Authenticator;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {
  private static LocalServer server;

  @BeforeAll
  static void start() throws Exception {
    HttpSettings settings =
        new HttpSettings(
            "1.2.3", Set.of("Data.Example", "fd00::1"), Authenticator.OPEN, () -> true);
    server = new LocalServer(new HttpDoor(new SampleOperations().registry(), settings)::mount);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int status(String... headers) throws Exception {
    return server.rawStatus(
        "POST /api/v1/forget HTTP/1.1\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\n"
            + String.join("\r\n", headers)
            + "\r\n\r\n{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8484",
        "127.0.0.1:1",
        "[::1]",
        "[::1]:8484",
        "data.example:443",
        "[fd00::1]"
      })
  void answersForAllowedHosts(String host) throws Exception {
    assertThat(status("Host: " + host)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "localhost.evil.example:8484",
        "evil.example:8484@localhost",
        "localhost:8484.evil.example",
        "localhost.",
        "127.0.0.1.nip.example",
        "127.0.0.2",
        "[::1].evil.example",
        "[::1",
        "::1",
        "localhost:",
        "LOCALHOST.EVIL.EXAMPLE",
        "127.0.0.1.evil",
        "127.0.0.1.",
        "localhost..",
        "127.1",
        "2130706433",
        "0x7f.1",
        "0.0.0.0",
        "[::ffff:127.0.0.1]",
        "[::1%25lo]",
        "[::1].",
        "localhost:84848484",
        "localhost:-1",
        "localhost,evil.example",
        "data.example.",
        "xdata.example"
      })
  void refusesOtherHosts(String host) throws Exception {
    assertThat(status("Host: " + host)).isIn(400, 403);
  }

  @Test
  void refusesNoHostAndTwoHosts() throws Exception {
    assertThat(status("X-Nothing: 1")).isIn(400, 403);
    assertThat(status("Host: localhost", "Host: evil.example")).isIn(400, 403);
    assertThat(status("Host: evil.example", "Host: localhost")).isIn(400, 403);
    assertThat(status("Host: localhost", "Host: localhost")).isIn(400, 403);
    assertThat(status("Host: localhost", "Origin: http://localhost", "Origin: https://evil"))
        .isEqualTo(403);
  }

  @Test
  void aTargetInAbsoluteFormNamesAnAllowedHostToo() throws Exception {
    assertThat(absolute("http://localhost:8484")).isEqualTo(200);
    for (String target :
        new String[] {
          "http://evil.example",
          "HTTP://EVIL.EXAMPLE",
          "http://localhost.evil.example:8484",
          "http://localhost@evil.example",
          "https://[::2]"
        }) {
      assertThat(absolute(target)).as(target).isIn(400, 403);
    }
  }

  private static int absolute(String target) throws Exception {
    return server.rawStatus(
        "POST "
            + target
            + "/api/v1/forget HTTP/1.1\r\nHost: localhost\r\n"
            + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:5173", "http://127.0.0.1", "https://data.example"})
  void answersPagesOfAllowedOrigins(String origin) throws Exception {
    assertThat(status("Host: localhost", "Origin: " + origin)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "https://evil.example",
        "http://localhost.evil.example",
        "http://localhost:8484.evil.example",
        "http://localhost@evil.example",
        "http://evil.example/localhost",
        "http://localhost/x",
        "file://localhost",
        "localhost",
        "http://localhost.",
        "http://127.0.0.1.evil",
        "http://127.0.0.1:8484.evil.example",
        "http://[::1].evil.example",
        "http://LOCALHOST.EVIL.EXAMPLE",
        "http://localhost#evil.example",
        "http://localhost?x",
        "http://localhost, http://evil.example",
        "chrome-extension://localhost",
        ""
      })
  void refusesPagesOfOtherOrigins(String origin) throws Exception {
    assertThat(status("Host: localhost", "Origin: " + origin)).isEqualTo(403);
  }

  @Test
  void guardsThePagesAndTheDescriptionToo() throws Exception {
    for (String path : new String[] {"/", "/openapi.json", "/index.html", "/anything"}) {
      assertThat(server.rawStatus("GET " + path + " HTTP/1.1\r\nHost: evil.example\r\n\r\n"))
          .isEqualTo(403);
    }
  }
}
