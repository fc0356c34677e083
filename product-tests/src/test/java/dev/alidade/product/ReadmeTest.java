package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every shell example of the README is run as it stands, on the sample data. */
class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final Pattern EXAMPLES = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern IMAGE = Pattern.compile("!\\[[^\\]]*]\\(([^)]+)\\)");
  private static final Pattern LINK = Pattern.compile("(?<!!)\\[[^\\]]*]\\((?!http)([^)#]+)\\)");

  @TestFactory
  Stream<DynamicTest> everyExampleWorks() throws Exception {
    RunningProduct product = RunningProduct.serving();
    List<String> commands =
        EXAMPLES
            .matcher(Files.readString(README))
            .results()
            .flatMap(block -> block.group(1).replace("\\\n", " ").lines())
            .filter(line -> !line.isBlank())
            .toList();
    assertThat(commands).hasSizeGreaterThan(4);
    return commands.stream()
        .map(command -> DynamicTest.dynamicTest(command, () -> run(product, command)))
        .onClose(product::close);
  }

  @TestFactory
  Stream<DynamicTest> everyLinkLeadsSomewhere() throws Exception {
    String text = Files.readString(README);
    return Stream.concat(IMAGE.matcher(text).results(), LINK.matcher(text).results())
        .map(found -> found.group(1))
        .distinct()
        .map(
            target ->
                DynamicTest.dynamicTest(
                    target, () -> assertThat(README.resolveSibling(target)).as(target).exists()));
  }

  private static void run(RunningProduct product, String command) throws Exception {
    String launcher = String.join(" ", Launcher.prefix());
    String line =
        command
            .replace("http://localhost:8484", product.address())
            .replace("./alidade", launcher)
            .replace("curl -s", "curl -sf");
    ProcessBuilder shell = Launcher.command(Launcher.temporaryFolder("readme"), List.of());
    shell.command("bash", "-c", line);
    shell.environment().put("ALIDADE_SERVER", product.address());
    assertThat(Finished.standardOutput(shell, 60)).as(command).isNotBlank();
  }
}
