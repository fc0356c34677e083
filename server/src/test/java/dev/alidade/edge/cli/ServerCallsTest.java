package dev.alidade.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.edge.LocalServer;
import dev.alidade.edge.http.HttpDoor;
import dev.alidade.edge.http.HttpSettings;
import dev.alidade.operation.Authenticator;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command line against a real server over HTTP. */
class ServerCallsTest {
  private final CommandFixture cli = new CommandFixture("one");
  private LocalServer server;
  private String address;

  @BeforeEach
  void start() throws Exception {
    HttpDoor door =
        new HttpDoor(
            cli.registry(), new HttpSettings("test", Set.of(), Authenticator.OPEN, () -> true));
    server = new LocalServer(door::mount);
    address = server.to("").build().uri().toString();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void answersAreThoseOfTheServer() {
    cli.environment = Map.of("ALIDADE_SERVER", address + "/");

    assertThat(cli.run("say-it", "hi")).isZero();
    assertThat(cli.out).isEqualTo("{\"source\":\"one\",\"text\":\"hi\",\"loud\":false}\n");
    assertThat(cli.run("table", "--rows", "1")).isZero();
    assertThat(cli.out).isEqualTo("id,name,note\n0,name 0,\n");
    assertThat(cli.run("lines", "--rows", "50000")).isZero();
    assertThat(cli.out).hasLineCount(50_000);
  }

  @Test
  void numbersKeepTheirDigits() {
    assertThat(cli.run("say-it", "x", "--parameters", "[48318.0, 1.50, 3]", "--server", address))
        .isZero();
    assertThat(cli.out).contains("[48318.0,1.50,3]");
  }

  @Test
  void errorsKeepTheirMessageAndExitCode() {
    assertThat(cli.run("fail", "--how", "SQL_DENIED", "--server", address)).isEqualTo(3);
    assertThat(cli.errors).isEqualTo("alidade: said SQL_DENIED\n");
    assertThat(cli.run("fail", "--how", "QUERY_TIMEOUT", "--server", address)).isEqualTo(4);
    assertThat(cli.run("fail", "--how", "ENGINE_FAILED", "--server", address)).isEqualTo(5);
    assertThat(cli.run("fail", "--how", "runtime", "--server", address)).isEqualTo(1);
    assertThat(cli.errors).doesNotContain("secret words");
  }

  @Test
  void nobodyThereSaysWhatToDo() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    assertThat(cli.run("echo", "hi", "--server", "http://localhost:" + free)).isEqualTo(5);
    assertThat(cli.errors)
        .contains("No server answers at http://localhost:" + free)
        .contains("./alidade demo")
        .contains("--server")
        .contains("--data PATH");
  }

  @Test
  void otherServersAreRecognized() throws Exception {
    try (LocalServer other =
        new LocalServer(
            router ->
                router
                    .route()
                    .handler(context -> context.response().setStatusCode(404).end("<html>")))) {
      String elsewhere = other.to("").build().uri().toString();

      assertThat(cli.run("echo", "hi", "--server", elsewhere)).isEqualTo(5);
      assertThat(cli.errors).contains("is no Alidade server (it answered with status 404)");
    }
  }

  @Test
  void addressMustBeOne() {
    assertThat(cli.run("echo", "hi", "--server", "nonsense")).isEqualTo(2);
    assertThat(cli.errors).contains("must look like http://localhost:8484, not `nonsense`");
  }
}
