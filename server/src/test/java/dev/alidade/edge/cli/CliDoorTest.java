package dev.alidade.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliDoorTest {
  private final CommandFixture cli = new CommandFixture("one");

  @Test
  void wordsJoinToTheMainFieldAndOptionsFillTheRest() {
    assertThat(
            cli.runHere(
                "say-it", "how", "many?", "--source=two", "--parameters", "[1,\"a\"]", "--loud"))
        .isZero();
    assertThat(cli.out)
        .isEqualTo(
            "{\"source\":\"two\",\"text\":\"how many?\",\"parameters\":[1,\"a\"],\"loud\":true}\n");
    assertThat(cli.closed).isEqualTo(1);
  }

  @Test
  void namesMayBeTypedEitherWay() {
    assertThat(cli.runHere("say_it", "a")).isZero();
    assertThat(cli.runHere("say-it", "--text", "a")).isZero();
  }

  @Test
  void theOnlySourceNeedsNoName() {
    assertThat(cli.runHere("say-it", "a")).isZero();
    assertThat(cli.out).contains("\"source\":\"one\"");
  }

  @Test
  void severalSourcesNeedOne() {
    CommandFixture two = new CommandFixture("one", "two");

    assertThat(two.runHere("say-it", "a")).isEqualTo(2);
    assertThat(two.errors)
        .isEqualTo("alidade: Which source? Give --source with one of: one, two\n");
  }

  @Test
  void textComesFromAFileOrStandardInput(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("q.sql"), "from a file");
    cli.standardInput = "from the input";

    assertThat(cli.runHere("say-it", "-f", file.toString())).isZero();
    assertThat(cli.out).contains("from a file");
    assertThat(cli.runHere("say-it", "-")).isZero();
    assertThat(cli.out).contains("from the input");
    assertThat(cli.runHere("say-it", "-c", "--odd")).isZero();
    assertThat(cli.out).contains("--odd");
    assertThat(cli.runHere("say-it", "-f", folder + "/none")).isEqualTo(2);
    assertThat(cli.errors).contains("none cannot be read as text");
  }

  @Test
  void dataTakesWhatAShellPatternBecame(@TempDir Path folder) throws IOException {
    String first = Files.writeString(folder.resolve("a.csv"), "a").toString();
    String second = Files.writeString(folder.resolve("b.csv"), "a").toString();

    assertThat(cli.run("say-it", "--data", first, second, "hello")).isZero();
    assertThat(cli.openedData).containsExactly(first, second);
    assertThat(cli.out).contains("\"text\":\"hello\"");
  }

  @Test
  void configOpensItsSources() {
    assertThat(cli.run("say-it", "a", "--config", "my.yaml")).isZero();
    assertThat(cli.openedConfigs).containsExactly("my.yaml");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sya-it a            | No command `sya-it`; did you mean `say-it`? See: ./alidade help
          demmo               | No command `demmo`; did you mean `demo`? See: ./alidade help
          zzzzzzzz            | No command `zzzzzzzz`. See: ./alidade help
          say-it a --sorce x  | `say_it` has no option --sorce; did you mean `--source`? See: ./alidade say-it --help
          say-it a --formt x  | `say_it` has no option --formt; did you mean `--format`? See: ./alidade say-it --help
          say-it a --format x | --format takes table, json, csv, not `x`
          say-it a --source   | --source needs a value after it
          say-it a --source --data x | --source needs a value after it
          say-it a --data --format csv | --data needs a value after it
          say-it              | `say_it` needs the text itself, as in: ./alidade say-it "...". See: ./alidade say-it --help
          say-it --text a b   | `text` is given twice: as --text and as `b`
          say-it a --parameters x | --parameters takes JSON such as [1, "a"] or {"name": 1}, not `x`
          echo a --times x    | --times takes a whole number, not `x`
          table x             | `table` takes options only, not `x`. See: ./alidade table --help
          table               | `table` needs --rows NUMBER. See: ./alidade table --help
          say-it a --data missing.csv | There is no missing.csv
          """)
  void usageErrorsSayWhatToWrite(String command, String message) {
    CommandFixture fixture = new CommandFixture("one");
    String line = command.strip();
    boolean staysHere = line.contains("--data") || line.endsWith("--source");
    String[] arguments = (staysHere ? line : line + " --data y").split(" ");

    assertThat(fixture.run(arguments)).isEqualTo(2);
    assertThat(fixture.errors).isEqualTo("alidade: " + message.strip() + "\n");
    assertThat(fixture.out).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "SYNTAX_ERROR, 2",
    "FILE_NOT_FOUND, 2",
    "SQL_DENIED, 3",
    "QUERY_TIMEOUT, 4",
    "ENGINE_FAILED, 5"
  })
  void exitCodeFollowsTheTypeOfTheError(String code, int expected) {
    assertThat(cli.runHere("fail", "--how", code)).isEqualTo(expected);
    assertThat(cli.errors).isEqualTo("alidade: said " + code + "\n");
  }

  @ParameterizedTest
  @CsvSource({"runtime", "stack", "memory"})
  void unexpectedFailureTellsAnIdOnly(String how) {
    assertThat(cli.runHere("fail", "--how", how)).isEqualTo(1);
    assertThat(cli.errors).doesNotContain("secret words").contains("Alidade failed");
  }

  @Test
  void helpIsMadeFromTheDeclaration() {
    assertThat(cli.run("say-it", "--help")).isZero();
    assertThat(cli.out)
        .contains("Usage: ./alidade say-it \"TEXT\" [OPTIONS]")
        .contains("--source TEXT        Which source (needed)")
        .contains("--parameters JSON")
        .contains("Examples\n  ./alidade say-it hello --source one");
    String page = cli.out;
    assertThat(cli.run("help", "say_it")).isZero();
    assertThat(cli.out).isEqualTo(page);
    assertThat(cli.run("help")).isZero();
    assertThat(cli.out).contains("Usage: ./alidade COMMAND").contains("say-it").contains("Echo");
    assertThat(cli.run()).isZero();
  }
}
