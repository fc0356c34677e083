package dev.alidade.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorType;
import dev.alidade.engine.EngineFile;
import dev.alidade.engine.Parameters;
import dev.alidade.policy.Verdict;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.Rows;
import dev.alidade.sql.Effect;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Hostile statements are denied, hostile fragments change nothing, harmless texts pass. */
class SafetyCorpusTest {
  private static final int FRAGMENTS = 4_000;
  private static final List<String> SPLICES =
      List.of(
          "SELECT name FROM users WHERE name = '%s'",
          "SELECT name FROM users WHERE id = %s",
          "SELECT name FROM users WHERE name LIKE '%%%s%%' ORDER BY 1",
          "SELECT name FROM users WHERE name IN (\"%s\")",
          "SELECT name FROM users ORDER BY %s",
          "SELECT %s FROM users",
          "%s");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void everyStatementThatIsNoPlainReadIsDenied(EngineFile engine) throws IOException {
    List<String> lines = Files.readAllLines(SharedData.at("sql-safety/full-statements.txt"));
    Set<Integer> plainReads = plainReads();
    try (SafetySource source = SafetySource.of(engine, folder)) {
      for (int number = 1; number <= lines.size(); number++) {
        String sql = lines.get(number - 1);
        boolean allowed = check(source, sql).governed().isPresent();
        assertThat(allowed).as("line %d: %s", number, sql).isEqualTo(plainReads.contains(number));
      }
    }
    assertThat(lines).hasSizeGreaterThan(100);
  }

  // Only on the engine that reads @version as a parameter; to the other it is an operator.
  @Test
  void itIsTheStatementAndNotAMissingTableThatIsDenied() throws IOException {
    try (SafetySource source = SafetySource.of(EngineFile.SQLITE, folder)) {
      for (String line : Files.readAllLines(SharedData.at("sql-safety/full-statements.txt"))) {
        boolean balanced =
            line.chars().filter(letter -> letter == '(').count()
                == line.chars().filter(letter -> letter == ')').count();
        String finished = line + " id = 1";
        assertThat(check(source, finished).governed().isPresent()).as(finished).isEqualTo(balanced);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  @Timeout(300)
  void splicedFragmentsChangeNothingAndEndSoon(EngineFile engine) throws IOException {
    long seed = Long.getLong("alidade.seed", 20_260_101L);
    Random random = new Random(seed);
    List<String> fragments =
        Files.readAllLines(
            SharedData.at("sql-safety/injection-fragments.txt"), StandardCharsets.ISO_8859_1);
    try (SafetySource source = SafetySource.of(engine, folder)) {
      String before = source.checksum();
      for (int round = 0; round < FRAGMENTS; round++) {
        String splice = SPLICES.get(random.nextInt(SPLICES.size()));
        String sql = splice.formatted(fragments.get(random.nextInt(fragments.size())));
        tryOut(source, sql, seed);
      }
      assertThat(source.checksum()).as("seed %d", seed).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @EnumSource
  void harmlessTextsPassAsLiteralsAndAsParameters(EngineFile engine) throws IOException {
    try (SafetySource source = SafetySource.of(engine, folder)) {
      for (String text : Files.readAllLines(SharedData.at("sql-safety/benign-text.txt"))) {
        String literal = source.sources().engine(SafetySource.NAME).dialect().literal(text);
        assertThat(cell(source, "SELECT " + literal, Parameters.NONE)).isEqualTo(text);
        assertThat(
                cell(source, "SELECT CAST(? AS VARCHAR)", new Parameters.Positional(List.of(text))))
            .isEqualTo(text);
      }
    }
  }

  private static void tryOut(SafetySource source, String sql, long seed) {
    Verdict verdict = check(source, sql);
    if (verdict.governed().isEmpty()) {
      return;
    }
    assertThat(verdict.inspection().effect()).as("seed %d: %s", seed, sql).isEqualTo(Effect.READ);
    assertThat(verdict.inspection().tables())
        .as("seed %d: %s", seed, sql)
        .allMatch(table -> Set.of("foo", "bar", "users").contains(table.table()));
    try {
      Rows.collect(source.queries().run(request(sql, Parameters.NONE)));
    } catch (AlidadeException failure) {
      assertThat(failure.code().type())
          .as("seed %d: %s -> %s", seed, sql, failure.getMessage())
          .isIn(ErrorType.USER, ErrorType.RESOURCES);
    }
  }

  private static Object cell(SafetySource source, String sql, Parameters parameters) {
    return Rows.collect(source.queries().run(request(sql, parameters)))
        .rows()
        .getFirst()
        .getFirst();
  }

  private static QueryRequest request(String sql, Parameters parameters) {
    return new QueryRequest(
        Caller.LOCAL,
        SafetySource.NAME,
        sql,
        parameters,
        new QueryLimits(Duration.ofSeconds(2), 100),
        Cancellation.never());
  }

  private static Verdict check(SafetySource source, String sql) {
    return source.queries().check(Caller.LOCAL, SafetySource.NAME, sql);
  }

  private static Set<Integer> plainReads() throws IOException {
    try (InputStream reviewed =
        SafetyCorpusTest.class.getResourceAsStream("/safety/plain-reads.txt")) {
      List<String> lines =
          new ArrayList<>(
              Arrays.asList(
                  new String(reviewed.readAllBytes(), StandardCharsets.UTF_8).split("\n")));
      lines.removeIf(line -> line.isBlank() || line.startsWith("#"));
      return lines.stream().map(String::strip).map(Integer::valueOf).collect(Collectors.toSet());
    }
  }
}
