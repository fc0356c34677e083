package dev.alidade.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of faults in the documentation has a row for each test, and no row without one. */
class ReliabilityTableTest {
  private static final Pattern ROW = Pattern.compile("^\\|.*\\| `(\\w+)` \\|$", Pattern.MULTILINE);
  private static final Pattern TEST =
      Pattern.compile("@Test\\s+(?:default |public )?void (\\w+)\\(");
  private static final List<String> FAULTS =
      List.of(
          "fault/OutageFaults.java",
          "fault/ChangeFaults.java",
          "fault/CrowdFaults.java",
          "fault/TrinoFaultTest.java",
          "tls/TlsContract.java",
          "duckdb/DuckDbFileFaultsTest.java",
          "duckdb/IsolationTest.java",
          "sqlite/SqliteFileFaultsTest.java");

  @Test
  void everyRowIsATestAndEveryTestARow() throws IOException {
    Set<String> tests = new TreeSet<>();
    for (String file : FAULTS) {
      tests.addAll(found(TEST, Path.of("src/test/java/dev/alidade/engine", file)));
    }
    assertThat(found(ROW, Path.of("../docs/reliability.md"))).isNotEmpty().isEqualTo(tests);
  }

  private static Set<String> found(Pattern pattern, Path file) throws IOException {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(Files.readString(file));
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }
}
