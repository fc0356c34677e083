package dev.alidade.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.postgres.grammar.Parsed;
import dev.alidade.engine.postgres.grammar.PostgresParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** PostgreSQL's parser inside the JVM: what it costs, and that nothing breaks it for the next. */
@Tag("alone")
class PostgresParserTest {
  private static final String USUAL =
      "SELECT c.name, sum(o.amount) AS total FROM customers c JOIN orders o ON o.customer_id = c.id"
          + " WHERE o.placed_at >= DATE '2024-01-01' AND o.note LIKE 'a%%' GROUP BY c.name"
          + " HAVING count(*) > 1 ORDER BY total DESC LIMIT 10";

  private final PostgresParser parser =
      new PostgresParser(Duration.ofSeconds(60), Duration.ofSeconds(30));

  @Test
  void loadsAndParsesInMilliseconds() {
    double first = milliseconds("SELECT 1");
    IntStream.range(0, 100).forEach(round -> milliseconds(USUAL + " OFFSET " + round));
    double small = median("SELECT %d");
    double usual = median(USUAL + " OFFSET %d");
    String list =
        IntStream.range(0, 1000).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    double thousand = milliseconds("SELECT 1 WHERE 1 IN (" + list + ")");
    System.out.printf(
        "PostgreSQL's parser: first statement with loading %.0f ms; then SELECT 1 %.1f ms,"
            + " a join of two tables %.1f ms, a list of 1,000 numbers %.0f ms%n",
        first, small, usual, thousand);
    assertThat(usual).isLessThan(2_000);
  }

  @Test
  void whatBreaksOneParserLeavesOthersWhole() {
    for (String hostile :
        List.of(
            "SELECT " + "f(".repeat(5_000) + "1" + ")".repeat(5_000),
            "SELECT " + "NOT ".repeat(9_000) + "true",
            "SELECT " + "(SELECT ".repeat(2_000) + "1" + ")".repeat(2_000),
            "SELECT 1 " + "UNION SELECT 1 ".repeat(3_000))) {
      assertThat(parser.parse(hostile)).isNotInstanceOf(Parsed.Tree.class);
      assertThat(parser.parse("SELECT 1")).isInstanceOf(Parsed.Tree.class);
      assertThat(parser.parse("SELECT FROM WHERE")).isInstanceOf(Parsed.Mistake.class);
    }
  }

  @Test
  void aTextThatTakesTooLongIsGivenUp() {
    PostgresParser hasty = new PostgresParser(Duration.ofSeconds(60), Duration.ofMillis(300));
    long started = System.nanoTime();
    assertThat(hasty.parse("SELECT 1" + " + 1".repeat(100_000))).isEqualTo(new Parsed.TooComplex());
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void manyCallersGetTheirOwnTrees() throws InterruptedException, ExecutionException {
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> work = new ArrayList<>();
      for (int caller = 0; caller < 64; caller++) {
        String name = "column_of_caller_" + caller;
        work.add(
            () ->
                parser.parse("SELECT " + name) instanceof Parsed.Tree tree
                    && tree.statements().toString().contains("\"" + name + "\""));
      }
      for (Future<Boolean> answer : callers.invokeAll(work)) {
        assertThat(answer.get()).isTrue();
      }
    }
  }

  private double median(String pattern) {
    double[] times =
        IntStream.range(0, 31)
            .mapToDouble(round -> milliseconds(pattern.formatted(round)))
            .sorted()
            .toArray();
    return times[times.length / 2];
  }

  private double milliseconds(String sql) {
    long started = System.nanoTime();
    assertThat(parser.parse(sql)).isInstanceOf(Parsed.Tree.class);
    return (System.nanoTime() - started) / 1e6;
  }
}
