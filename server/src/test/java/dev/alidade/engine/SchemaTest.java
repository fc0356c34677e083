package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.MovableClock;
import dev.alidade.base.Reuse;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();
  private Path file;

  @BeforeEach
  void create() {
    file = EngineFile.SQLITE.in(folder, "shop");
    change("CREATE TABLE early (a TEXT)");
  }

  @Test
  void isReadOnceUntilTheTablesChange() {
    CountedFactory factory = new CountedFactory(new SqliteEngineFactory(), true);
    try (Sources sources = open(factory)) {
      Schema schema = sources.schema("shop");
      CatalogSnapshot first = schema.now();
      change("INSERT INTO early VALUES ('a row changes no table')");
      assertThat(schema.now()).isSameAs(first);
      assertThat(sources.schema("shop").now()).as("shared").isSameAs(first);

      change("CREATE TABLE late (a TEXT)");
      assertThat(schema.now().table("late")).isPresent();
      change("ALTER TABLE late ADD COLUMN b TEXT");
      assertThat(schema.now().table("late").orElseThrow().columns()).hasSize(2);
      change("DROP TABLE late");
      assertThat(schema.now().table("late")).isEmpty();

      assertThat(factory.reads()).isEqualTo(4);
      assertThat(sources.schemaReads()).isEqualTo(new Reuse(2, 4));
    }
  }

  @Test
  void whoAsksOftenSeesAChangeAfterASecond() {
    try (Sources sources = open(new CountedFactory(new SqliteEngineFactory(), true))) {
      Schema schema = sources.schema("shop");
      CatalogSnapshot first = schema.lately();
      change("CREATE TABLE late (a TEXT)");
      assertThat(schema.lately()).isSameAs(first);
      clock.forward(1);
      assertThat(schema.lately().table("late")).isPresent();
      change("CREATE TABLE later (a TEXT)");
      clock.forward(-5);
      assertThat(schema.lately().table("later")).as("the clock was set back").isPresent();
    }
  }

  @Test
  void anEngineThatCannotTellIsReadEveryTenSeconds() {
    CountedFactory factory = new CountedFactory(new SqliteEngineFactory(), false);
    try (Sources sources = open(factory)) {
      Schema schema = sources.schema("shop");
      CatalogSnapshot first = schema.now();
      change("CREATE TABLE late (a TEXT)");
      clock.forward(9);
      assertThat(schema.now()).isSameAs(first);
      assertThat(schema.lately()).isSameAs(first);
      clock.forward(1);
      assertThat(schema.now().table("late")).isPresent();
      change("CREATE TABLE later (a TEXT)");
      clock.forward(2);
      assertThat(schema.within(Duration.ofSeconds(2)).table("later")).isPresent();
      assertThat(factory.reads()).isEqualTo(3);
    }
  }

  @Test
  void estimatesOfRowsAreReadAnewNowAndThen() {
    CountedFactory factory = new CountedFactory(new SqliteEngineFactory(), true);
    try (Sources sources = open(factory)) {
      Schema schema = sources.schema("shop");
      CatalogSnapshot first = schema.now();
      clock.forward(3_599);
      assertThat(schema.now()).isSameAs(first);
      clock.forward(1);
      assertThat(schema.now()).isNotSameAs(first).isEqualTo(first);
      schema.anew();
      assertThat(factory.reads()).isEqualTo(3);
    }
  }

  @Test
  void oneReadsForAllWhoWait() throws Exception {
    for (boolean tells : List.of(true, false)) {
      CountedFactory factory = new CountedFactory(new SqliteEngineFactory(), tells);
      CountDownLatch all = new CountDownLatch(1);
      factory.beforeReading(() -> await(all));
      try (Sources sources = open(factory);
          ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        sources.engine("shop");
        List<Future<CatalogSnapshot>> waiting = new ArrayList<>();
        for (int caller = 0; caller < 16; caller++) {
          waiting.add(threads.submit(() -> sources.schema("shop").now()));
        }
        all.countDown();
        for (Future<CatalogSnapshot> one : waiting) {
          assertThat(one.get().tables()).hasSize(1);
        }
      }
      assertThat(factory.reads()).as("an engine that tells: %s", tells).isLessThanOrEqualTo(4);
    }
  }

  @Test
  void whoMayTakeWhatWasKnownDoesNotWaitWhileItIsReadAnew() throws Exception {
    CountedFactory factory = new CountedFactory(new SqliteEngineFactory(), true);
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch more = new CountDownLatch(1);
    try (Sources sources = open(factory);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Schema schema = sources.schema("shop");
      CatalogSnapshot first = schema.lately();
      change("CREATE TABLE late (a TEXT)");
      clock.forward(1);
      factory.beforeReading(
          () -> {
            reading.countDown();
            await(more);
          });
      Future<CatalogSnapshot> reader = threads.submit(schema::lately);
      await(reading);
      assertThat(schema.lately()).isSameAs(first);
      more.countDown();
      assertThat(reader.get().table("late")).isPresent();
      assertThat(schema.lately()).isSameAs(reader.get());
    }
  }

  @Test
  void anEngineThatIsSlowToTellIsAskedLessOften() {
    CountedFactory factory = new CountedFactory(new SqliteEngineFactory(), true);
    factory.beforeTelling(() -> clock.forward(1));
    try (Sources sources = open(factory)) {
      Schema schema = sources.schema("shop");
      CatalogSnapshot first = schema.lately();
      change("CREATE TABLE late (a TEXT)");
      clock.forward(8);
      assertThat(schema.lately()).isSameAs(first);
      assertThat(schema.now().table("late")).isPresent();
    }
  }

  @Test
  void aSourceThatIsOpenedAgainIsReadAgain() {
    CountedFactory factory = new CountedFactory(new SqliteEngineFactory(), true);
    try (Sources sources = open(factory)) {
      sources.schema("shop").now();
      sources.release("shop");
      sources.schema("shop").now();
      assertThat(factory.reads()).isEqualTo(2);
    }
  }

  @Test
  void estimatesOfRowsAreNoDeclaration() {
    Table table =
        new Table(
            TableName.of("t"),
            TableKind.TABLE,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.of(3L));
    Table grown =
        new Table(
            table.name(), TableKind.TABLE, List.of(), List.of(), Optional.empty(), Optional.of(4L));
    Table commented =
        new Table(
            table.name(),
            TableKind.TABLE,
            List.of(),
            List.of(),
            Optional.of("new"),
            Optional.of(3L));
    CatalogSnapshot one = new CatalogSnapshot(List.of(table), List.of());
    assertThat(one.isDeclaredAs(new CatalogSnapshot(List.of(grown), List.of()))).isTrue();
    assertThat(one.isDeclaredAs(new CatalogSnapshot(List.of(commented), List.of()))).isFalse();
  }

  private Sources open(CountedFactory factory) {
    return new Sources(List.of(EngineFile.SQLITE.source("shop", file)), List.of(factory), clock);
  }

  private void change(String sql) {
    EngineFile.SQLITE.create(file, List.of(sql));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
