package dev.alidade.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.agreement.TargetEngine;
import dev.alidade.agreement.Targets;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.safety.SharedData;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the planner answers on SQLite it answers on every other engine with the same rows.
 *
 * <p>{@code -Dagreement.suite=spider-tune} takes the questions that may be read, {@code
 * -Dagreement.details=FILE} writes every disagreement to a file, {@code -Dagreement.every=N} takes
 * every n-th question; unless told every second.
 */
class PlannerAgreementTest {
  @TempDir private Path folder;

  @Test
  void theSameRowsOnEveryEngine() throws IOException {
    String suite = System.getProperty("agreement.suite", "spider-check");
    int every = Integer.getInteger("agreement.every", 2);
    List<SuiteQuestion> all =
        SuiteQuestion.read(SharedData.at("text2sql/%s.jsonl".formatted(suite)));
    List<SuiteQuestion> questions =
        IntStream.range(0, all.size())
            .filter(index -> index % every == 0)
            .mapToObj(all::get)
            .toList();
    List<TargetEngine> engines = Targets.ofSuites(folder);
    try (PrintStream details = details()) {
      Consumer<String> tell = details::println;
      SuiteAgreement agreement =
          new SuiteAgreement(
              new SqliteEngineFactory(), SharedData.at("text2sql/databases"), engines, tell);
      agreement.run(questions);
      System.out.println("Execution agreement, " + suite + ": " + agreement.table());
      assertThat(agreement.answered()).isPositive();
      assertThat(agreement.tallies())
          .allSatisfy((engine, tally) -> assertThat(tally.askedShare()).isGreaterThan(0.97));
    }
  }

  private static PrintStream details() throws IOException {
    String file = System.getProperty("agreement.details");
    return file == null
        ? new PrintStream(java.io.OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)
        : new PrintStream(Files.newOutputStream(Path.of(file)), true, StandardCharsets.UTF_8);
  }
}
