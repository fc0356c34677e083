package dev.alidade.bench.inside;

import dev.alidade.base.Caller;
import dev.alidade.policy.Verdict;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * Gate and policy, without running anything: three statements in turns, known ones and new ones.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class GovernanceBenchmark {
  private static final List<String> STATEMENTS =
      List.of(
          "SELECT name, email FROM customers WHERE id = %d",
          "SELECT c.region, count(*), sum(o.total) FROM customers c JOIN orders o"
              + " ON o.customer_id = c.id WHERE o.total > %d GROUP BY c.region ORDER BY 2 DESC",
          "WITH big AS (SELECT customer_id, sum(total) AS spent FROM orders GROUP BY customer_id)"
              + " SELECT c.name, b.spent FROM big b JOIN customers c ON c.id = b.customer_id"
              + " WHERE b.spent > (SELECT avg(spent) FROM big) AND c.id <> %d ORDER BY b.spent");
  private static final List<String> KNOWN =
      STATEMENTS.stream().map(statement -> statement.formatted(0)).toList();

  /** Whose grammar reads. */
  @Param({"SQLite", "DuckDB", "PostgreSQL"})
  public String engine;

  /** Whether the caller is under a row filter and a mask. */
  @Param({"false", "true"})
  public boolean narrowed;

  private Shop shop;
  private Caller caller;
  private long call;

  /** Opens the source and checks that every statement passes. */
  @Setup
  public void open() throws SQLException {
    shop =
        Shop.in(
            engine,
            Path.of(System.getProperty(Inside.FOLDER)),
            System.getProperty(Inside.POSTGRES));
    caller = narrowed ? Shop.WENDY : Caller.LOCAL;
    for (String statement : KNOWN) {
      if (shop.queries().check(caller, Shop.SOURCE, statement).governed().isEmpty()) {
        throw new IllegalStateException("refused: " + statement);
      }
    }
  }

  /** Closes the source. */
  @TearDown
  public void close() {
    shop.close();
  }

  /** A statement that was read before. */
  @Benchmark
  public Verdict seen() {
    return shop.queries().check(caller, Shop.SOURCE, KNOWN.get((int) (call++ % KNOWN.size())));
  }

  /** A statement that nobody has sent before. */
  @Benchmark
  public Verdict fresh() {
    long number = ++call;
    String statement = STATEMENTS.get((int) (number % STATEMENTS.size()));
    return shop.queries().check(caller, Shop.SOURCE, statement.formatted(number));
  }
}
