package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.policy.GovernedWriteMaker;
import dev.alidade.sql.TableName;
import dev.alidade.sql.WriteInspection;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every engine promises that can write: what was checked is changed, and nothing else. */
public abstract class WriteContractTest {
  private static final String SOURCE = EngineProbe.SOURCE;

  /** A table with a key and an index, one that refers to it, and one with a trigger or its like. */
  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT)",
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer INTEGER REFERENCES customers (id),"
              + " status TEXT, total INTEGER CHECK (total >= 0))",
          "CREATE INDEX orders_status ON orders (status)",
          "CREATE TABLE secrets (word TEXT)",
          "CREATE VIEW open_orders AS SELECT id, total FROM orders WHERE status = 'open'",
          "INSERT INTO customers VALUES (1, 'Ada'), (2, 'Bo')",
          "INSERT INTO orders VALUES (1, 1, 'open', 10), (2, 1, 'open', 20), (3, 2, 'sent', 30)",
          "INSERT INTO secrets VALUES ('hush')");

  @TempDir private Path folder;
  private Engine engine;

  /** Makes a database by running the statements, and opens it as a source of that name. */
  protected abstract Engine open(
      Path folder, String source, List<String> statements, boolean writable);

  @BeforeEach
  void open() {
    engine = open(folder, SOURCE, TABLES, true);
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void changesRowsAndCountsThem() {
    assertThat(write("INSERT INTO customers (id, name) VALUES (3, 'Cy'), (4, 'Di')").rows())
        .isEqualTo(2);
    assertThat(
            write("UPDATE orders SET status = 'sent', total = total + 1 WHERE total < 25").rows())
        .isEqualTo(2);
    assertThat(write("INSERT INTO customers SELECT id + 10, name FROM customers").rows())
        .isEqualTo(4);
    assertThat(
            write(
                    "DELETE FROM orders WHERE customer IN (SELECT id FROM customers WHERE name = 'Bo')")
                .rows())
        .isEqualTo(1);
    assertThat(write("DELETE FROM orders;").rows()).isEqualTo(2);
    assertThat(count("customers")).isEqualTo(8);
    assertThat(count("orders")).isZero();
  }

  @Test
  void bindsValues() {
    WriteResult result =
        write(
            "UPDATE orders SET status = ? WHERE id = ?",
            new Parameters.Positional(List.of("late", 3L)),
            rows -> true);
    assertThat(result).isEqualTo(new WriteResult(1, true));
    assertThat(probe().number("SELECT count(*) FROM orders WHERE status = 'late'")).isEqualTo(1);
  }

  @Test
  void leavesNothingOfWhatIsNotKept() {
    assertThat(write("DELETE FROM orders", Parameters.NONE, rows -> rows == 2))
        .isEqualTo(new WriteResult(3, false));
    assertThat(count("orders")).isEqualTo(3);
    assertThat(write("DELETE FROM orders", Parameters.NONE, rows -> rows == 3))
        .isEqualTo(new WriteResult(3, true));
    assertThat(count("orders")).isZero();
  }

  @Test
  void saysWhatTheDatabaseRefuses() {
    for (String sql :
        List.of(
            "INSERT INTO customers VALUES (1, 'Eve')",
            "UPDATE orders SET total = -1",
            "INSERT INTO orders VALUES (9, 99, 'open', 1)")) {
      AlidadeException failure = failure(() -> write(sql));
      assertThat(failure.code()).as(failure.getMessage()).isEqualTo(ErrorCode.DATA_ERROR);
    }
    assertThat(count("customers")).isEqualTo(2);
    assertThat(probe().number("SELECT sum(total) FROM orders")).isEqualTo(60);
  }

  @Test
  void namesTheTableThatIsChangedAndThoseThatAreRead() {
    WriteInspection found =
        engine
            .gate()
            .inspectWrite(
                "UPDATE orders SET status = (SELECT max(word) FROM secrets) WHERE id = 1");
    assertThat(found.target().orElseThrow().table()).isEqualTo("orders");
    assertThat(found.inspection().tables())
        .extracting(TableName::table)
        .containsExactlyInAnyOrder("orders", "secrets");
  }

  @Test
  void refusesWhatIsNoPlainWriteOfOneTable() {
    List<String> statements =
        List.of(
            "",
            "SELECT 1",
            "DROP TABLE orders",
            "CREATE TABLE stolen AS SELECT * FROM secrets",
            "ALTER TABLE orders ADD COLUMN x INTEGER",
            "BEGIN",
            "COMMIT",
            "DELETE FROM orders; DELETE FROM customers",
            "DELETE FROM orders RETURNING *",
            "INSERT INTO customers VALUES (1, 'x') ON CONFLICT DO NOTHING",
            "INSERT INTO customers VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET name = 'x'",
            "WITH x AS (SELECT 1 AS id) DELETE FROM orders WHERE id IN (SELECT id FROM x)",
            "UPDATE orders SET nothing = 1",
            "DELETE FROM nowhere",
            "DELETE FROM orders WHERE id = nothing",
            "DELETE FROM orders WHERE no_such_function(id) = 1");
    for (String sql : concat(statements, hostile())) {
      AlidadeException failure = catchThrowableOfType(AlidadeException.class, () -> write(sql));
      assertThat(failure).as(sql).isNotNull();
      assertThat(failure.code().type())
          .as("%s -> %s", sql, failure.getMessage())
          .isIn(ErrorType.DENIED, ErrorType.USER);
    }
    assertThat(count("orders")).isEqualTo(3);
    assertThat(count("customers")).isEqualTo(2);
    assertThat(count("secrets")).isEqualTo(1);
    assertThat(engine.readCatalog().table("stolen")).isEmpty();
  }

  /** Statements in the engine's own words that must be refused. */
  protected abstract List<String> hostile();

  @Test
  void aReadingStatementStillCannotWrite() {
    AlidadeException failure = probe().forgedFailure("DELETE FROM orders");
    assertThat(failure.code().type()).isIn(ErrorType.DENIED, ErrorType.USER);
    write("UPDATE orders SET total = 1 WHERE id = 1");
    assertThat(probe().forgedFailure("DELETE FROM orders").code().type())
        .isIn(ErrorType.DENIED, ErrorType.USER);
    assertThat(count("orders")).isEqualTo(3);
  }

  @Test
  void aSourceThatIsOnlyReadRefuses(@TempDir Path other) {
    try (Engine reader = open(other, SOURCE, TABLES, false)) {
      assertThat(reader.capabilities()).doesNotContain(Capability.WRITES);
      WriteRequest request =
          new WriteRequest(
              GovernedWriteMaker.forge(SOURCE, "DELETE FROM orders", TableName.of("orders")),
              Parameters.NONE,
              Cancellation.never(),
              rows -> true);
      assertThat(failure(() -> reader.write(request)).code()).isEqualTo(ErrorCode.NOT_SUPPORTED);
    }
    assertThat(engine.capabilities()).contains(Capability.WRITES);
  }

  private EngineProbe probe() {
    return new EngineProbe(engine);
  }

  private long count(String table) {
    return probe().number("SELECT count(*) FROM " + table);
  }

  private WriteResult write(String sql) {
    return write(sql, Parameters.NONE, rows -> true);
  }

  private WriteResult write(String sql, Parameters parameters, LongPredicate keep) {
    return new EngineWrites(SOURCE, engine).write(sql, parameters, Cancellation.never(), keep);
  }

  private static AlidadeException failure(Runnable work) {
    AlidadeException failure = catchThrowableOfType(AlidadeException.class, work::run);
    assertThat(failure).isNotNull();
    return failure;
  }

  private static List<String> concat(List<String> one, List<String> two) {
    return java.util.stream.Stream.concat(one.stream(), two.stream()).toList();
  }
}
