package dev.alidade.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputTest {
  private final CommandFixture cli = new CommandFixture("one", "two");

  @Test
  void terminalGetsATableAndTheRestOnTheErrorStream() {
    cli.terminal = new Terminal(true, true, 80, false);

    assertThat(cli.runHere("echo", "hi")).isZero();
    assertThat(cli.out).isEqualTo("text: hi\n");
    assertThat(cli.runHere("table", "--rows", "2")).isZero();
    assertThat(cli.out)
        .isEqualTo("id | name   | note\n---+--------+-----\n 0 | name 0 | -\n 1 | name 1 | -\n");
  }

  @Test
  void pipeGetsCsvAndWhatIsNoTableAsJson() {
    assertThat(cli.runHere("table", "--rows", "2")).isZero();
    assertThat(cli.out).isEqualTo("id,name,note\n0,name 0,\n1,name 1,\n");
    assertThat(cli.runHere("list-sources")).isZero();
    assertThat(cli.out).isEqualTo("name,tags\none,\"a, b\"\ntwo,\"a, b\"\n");
    assertThat(cli.runHere("echo", "hi")).isZero();
    assertThat(cli.out).startsWith("{\"text\":\"hi\"");
  }

  @Test
  void aFileGoesIntoTheFileThatTheOutputGoesTo() {
    assertThat(cli.runHere("draw")).isZero();
    assertThat(cli.out).isEqualTo("PNG");
    assertThat(cli.runHere("draw", "--format", "json")).isZero();
    assertThat(cli.out).contains("\"content\":\"UE5H\"");

    cli.terminal = new Terminal(true, true, 80, false);
    assertThat(cli.runHere("draw")).isZero();
    assertThat(cli.out).isEqualTo("alt: a dot\n");
    assertThat(cli.errors).isEqualTo("3 bytes of image/png; send them to a file: ... > dot.png\n");
  }

  @Test
  void formatIsAsAsked() {
    assertThat(cli.runHere("table", "--rows", "1", "--format", "json")).isZero();
    assertThat(cli.out).contains("\"rows\":[[0,\"name 0\",null]]");
    assertThat(cli.runHere("table", "--rows", "1", "--format", "table", "-t")).isZero();
    assertThat(cli.out).isEqualTo(" 0 | name 0 | -\n");
    assertThat(cli.runHere("table", "--rows", "1", "--format", "table", "-x")).isZero();
    assertThat(cli.out).isEqualTo("-- row 1\nid   | 0\nname | name 0\nnote | -\n");
    assertThat(cli.runHere("table", "--rows", "1", "--format", "csv", "-t")).isZero();
    assertThat(cli.out).isEqualTo("0,name 0,\n");
    assertThat(cli.runHere("echo", "hi", "--format", "csv")).isEqualTo(2);
    assertThat(cli.errors).contains("does not answer with a single table; use --format json");
  }

  @Test
  void csvStreamsWhereTheOperationCan() {
    assertThat(cli.runHere("lines", "--rows", "100000")).isZero();
    assertThat(cli.out).hasLineCount(100_000).endsWith("99999,some text that takes room\n");
  }

  @Test
  void streamThatFailsSaysSo() {
    assertThat(cli.runHere("lines", "--rows", "10", "--fail-after", "3")).isEqualTo(2);
    assertThat(cli.errors).isEqualTo("alidade: row 3 is bad\n");
  }

  @Test
  void csvQuotesWhatNeedsIt() {
    assertThat(cli.runHere("say-it", "a", "--source", "x")).isZero();
    assertThat(Csv.header(new Table(List.of("a,b", "c\"d", "e\nf", "", "g"), List.of())))
        .isEqualTo("\"a,b\",\"c\"\"d\",\"e\nf\",\"\",g");
  }

  @Test
  void placeInTheTextIsShown() {
    assertThat(cli.runHere("say-it", "a", "--source", "x")).isZero();
    Printer printer =
        new Printer(
            new Terminal(false, true, 80, false),
            System.out,
            new PrintStream(bytes, true, StandardCharsets.UTF_8));
    printer.printError(
        new AlidadeException(ErrorCode.SYNTAX_ERROR, "Unexpected `FORM`", new Location(2, 3, 12)),
        "SELECT 1\n  FORM t");
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("alidade: Unexpected `FORM`\n  line 2:   FORM t\n            ^\n");
  }

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
}
