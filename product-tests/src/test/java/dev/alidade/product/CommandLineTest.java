package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the command line, without a server of their own. */
class CommandLineTest {
  @TempDir Path temporary;
  private Alidade alidade;

  @BeforeEach
  void prepare() throws Exception {
    writeSample(temporary.resolve("data"));
    alidade = new Alidade(temporary, Files.createDirectories(temporary.resolve("state")));
  }

  @Test
  void pipedRowsAreCsvAndTablesOnRequest() throws Exception {
    String sql = "SELECT city, count(*) AS people FROM customers GROUP BY city ORDER BY city";

    assertThat(alidade.run("sql", sql, "--data", "data").out())
        .isEqualToNormalizingNewlines("city,people\nOslo,2\nWien,1\n");
    assertThat(alidade.run("sql", sql, "--data", "data", "--format", "table").out())
        .isEqualTo("city | people\n-----+-------\nOslo |      2\nWien |      1\n");
  }

  @Test
  void parametersBind() throws Exception {
    Alidade.Outcome outcome =
        alidade.run(
            "sql",
            "SELECT name FROM customers WHERE city = ? AND customer_id < ?",
            "--parameters",
            "[\"Oslo\", 3]",
            "--data",
            "data");

    assertThat(outcome.out()).isEqualToNormalizingNewlines("name\nAnn Ødegård\n");
  }

  @Test
  void unusableDataIsSaidByName() throws Exception {
    Path garbage = Files.write(temporary.resolve("garbage.csv"), new byte[] {7, 0, 1, 0, 2});

    assertSaid(alidade.run("demo", garbage.toString()), 2, "garbage.csv holds binary data");
    assertSaid(alidade.run("demo", "nowhere"), 2, "There is no file or folder");
    assertSaid(alidade.run("sql", "SELECT 1", "--data", "nowhere"), 2, "There is no file");
    Path empty = Files.createDirectories(temporary.resolve("empty"));
    assertSaid(alidade.run("demo", empty.toString()), 2, "No data file below");
  }

  @Test
  void portInUseSaysWhatToDo() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertSaid(
          alidade.run("demo", "data", "--port", Integer.toString(taken.getLocalPort())),
          2,
          "Port %d of 127.0.0.1 is in use".formatted(taken.getLocalPort()));
    }
  }

  @Test
  void wrongConfigurationSaysAllItsErrors() throws Exception {
    Path config =
        Files.writeString(
            temporary.resolve("alidade.yaml"),
            """
            server: { prot: 1 }
            sources:
              - { name: files, engine: dukdb, files: [data] }
            policies: [{ source: files }]
            """);

    Alidade.Outcome outcome = alidade.run("serve", "--config", config.toString());

    assertSaid(outcome, 2, ":1: `server.prot` is not a setting; did you mean `port`?");
    assertSaid(outcome, 2, ":3: `sources[1].engine` is `dukdb`, which is not known; did you mean");
    assertSaid(outcome, 2, ":4: `policies[1]` needs `table: ...`");
  }

  @Test
  void configurationServesItsSources() throws Exception {
    Files.writeString(
        temporary.resolve("alidade.yaml"),
        "sources:\n  - { name: mine, engine: duckdb, files: [\"data/*.csv\"] }\n");

    String port = freePort();
    Process server = alidade.startUntilReady("serve", "--port", port);
    try {
      Alidade.Outcome outcome =
          alidade.run(
              "sql", "SELECT count(*) AS n FROM orders", "--server", "http://localhost:" + port);
      assertThat(outcome.out()).isEqualToNormalizingNewlines("n\n4\n");
    } finally {
      server.destroy();
    }
    assertThat(
            alidade
                .run("sql", "SELECT count(*) AS n FROM orders", "--config", "alidade.yaml")
                .out())
        .isEqualToNormalizingNewlines("n\n4\n");
  }

  @Test
  void wrongUseSaysWhatToWrite() throws Exception {
    assertSaid(alidade.run("qurey", "x"), 2, "did you mean `query`?");
    assertSaid(alidade.run("demo", "--prot", "1"), 2, "did you mean `--port`?");
    assertSaid(
        alidade.run("sql", "SELECT 1", "--server", "http://localhost:" + freePort()),
        5,
        "start one with `./alidade demo`");
    assertThat(alidade.run("query", "--help").out()).contains("Examples").contains("--source");
    assertThat(alidade.run("help").out()).contains("check-sql").contains("./alidade demo");
  }

  @Test
  void interruptEndsTheServerWithItsCode() throws Exception {
    String port = freePort();
    Process process = alidade.startUntilReady("demo", "data", "--port", port, "--no-browser");
    assertThat(alidade.said()).contains("Alidade is ready at http://localhost:" + port);

    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(alidade.said()).doesNotContain("Exception");
  }

  private static void writeSample(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("customers.csv"),
        """
        customer_id,name,city
        1,Ann Ødegård,Oslo
        2,"Bob ""the"" Builder",Wien
        3,日本 太郎,Oslo
        """);
    Files.writeString(
        folder.resolve("orders.csv"),
        """
        order_id,customer_id,ordered_on,amount
        10,1,2025-01-05,19.90
        11,2,2025-02-10,5.00
        12,3,2025-02-11,
        13,1,2025-03-01,100.25
        """);
  }

  private static String freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return Integer.toString(socket.getLocalPort());
    }
  }

  private static void assertSaid(Alidade.Outcome outcome, int code, String words) {
    assertThat(outcome.errors()).contains(words).doesNotContain("Exception");
    assertThat(outcome.code()).as(outcome.errors()).isEqualTo(code);
    assertThat(outcome.out()).isEmpty();
  }
}
