package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The official conformance suites of MCP, whole, against the product with their fixtures. */
class ConformanceTest {
  private static final Path README = Path.of("../README.md");
  private static final Pattern TOTAL = Pattern.compile("Total: (\\d+) passed, (\\d+) failed");
  private static RunningProduct product;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(List.of("--mcp-fixtures"), ShopFiles.write());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void everyScenarioOfTheStableSuitePasses() throws Exception {
    String printed = run("conformance-0.1", "--suite", "all");

    assertThat(passed("0.1.16 --suite all", printed)).isEqualTo(46);
  }

  @Test
  void whatTheSessionRevisionRequiresPasses() throws Exception {
    String printed = run("conformance-0.2", "--requirements", "2025-11-25");

    assertThat(passed("0.2.0-alpha.12 --requirements 2025-11-25", printed)).isEqualTo(83);
    assertThat(printed).contains("3 scenario(s) run, 0 failing");
  }

  @Test
  void whatTheStatelessRevisionRequiresPasses() throws Exception {
    String printed = run("conformance-0.2", "--requirements", "2026-07-28");

    assertThat(passed("0.2.0-alpha.12 --requirements 2026-07-28", printed)).isEqualTo(195);
    assertThat(printed)
        .contains("13 scenario(s) run, 0 failing", "✓ tasks-lifecycle", "✓ tasks-mrtr-composition");
  }

  private static String run(String suite, String... what) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(NodeClients.node());
    command.add(NodeClients.conformance(suite).toString());
    command.addAll(List.of("server", "--url", product.address() + "/mcp"));
    command.addAll(List.of(what));
    Path folder = Files.createTempDirectory("alidade-conformance");
    return Finished.output(new ProcessBuilder(command).directory(folder.toFile()), 300);
  }

  /** The checks that passed, which the README claims; none may have failed. */
  private static int passed(String what, String printed) throws Exception {
    Matcher total = TOTAL.matcher(printed);
    assertThat(total.find()).as(printed).isTrue();
    System.out.printf("%s: %s%n", what, total.group());
    assertThat(printed).doesNotContain("✗");
    assertThat(total.group(2)).isEqualTo("0");
    assertThat(Files.readString(README))
        .contains("| `%s` | %2$s of %2$s |".formatted(what, total.group(1)));
    return Integer.parseInt(total.group(1));
  }
}
