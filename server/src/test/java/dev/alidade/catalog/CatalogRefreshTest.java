package dev.alidade.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.base.MovableClock;
import dev.alidade.engine.EngineFile;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a file that others may change while it is open. */
class CatalogRefreshTest {
  @Test
  void aChangedFileIsLearnedAnew(@TempDir Path folder) {
    Path file = EngineFile.SQLITE.in(folder, "shop");
    EngineFile.SQLITE.create(file, List.of("CREATE TABLE early (a TEXT)"));
    MovableClock clock = new MovableClock();
    try (Sources sources =
            new Sources(
                List.of(EngineFile.SQLITE.source("shop", file)), EngineFile.factories(), clock);
        QueryService queries =
            new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC())) {
      CatalogService catalog = new CatalogService(sources, queries, clock);
      SourceKnowledge first = catalog.knowledge("shop");
      assertThat(first.catalog().table("late")).isEmpty();
      EngineFile.SQLITE.create(
          file, List.of("CREATE TABLE late (a TEXT)", "INSERT INTO late VALUES ('fresh')"));
      assertThat(catalog.knowledge("shop")).as("not looked at again so soon").isSameAs(first);
      clock.forward(2);
      SourceKnowledge later = catalog.knowledge("shop");
      assertThat(later.catalog().table("late")).isPresent();
      assertThat(later.values().find("fresh")).hasSize(1);
      EngineFile.SQLITE.create(file, List.of("INSERT INTO late VALUES ('more')"));
      clock.forward(2);
      assertThat(catalog.knowledge("shop")).as("the tables are the same").isSameAs(later);
      clock.forward(9);
      SourceKnowledge latest = catalog.knowledge("shop");
      assertThat(latest.values().find("more")).hasSize(1);
      clock.forward(11);
      assertThat(catalog.knowledge("shop")).as("nothing changed").isSameAs(latest);
    }
  }

  @Test
  void aSourceThatWentDownKeepsWhatWasKnownAndComesBack(@TempDir Path folder) throws IOException {
    Path file = EngineFile.DUCKDB.in(folder, "shop");
    EngineFile.DUCKDB.create(file, List.of("CREATE TABLE early (a TEXT)"));
    MovableClock clock = new MovableClock();
    try (Sources sources =
            new Sources(List.of(EngineFile.DUCKDB.source("shop", file)), EngineFile.factories());
        QueryService queries =
            new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC())) {
      CatalogService catalog = new CatalogService(sources, queries, clock);
      SourceKnowledge first = catalog.knowledge("shop");
      assertThat(catalog.summaries(Caller.LOCAL).getFirst().status())
          .isEqualTo(SourceStatus.AVAILABLE);
      Path elsewhere = Files.move(file, folder.resolve("elsewhere"));
      clock.forward(11);
      assertThat(catalog.knowledge("shop")).as("known before").isSameAs(first);
      SourceSummary down = catalog.summaries(Caller.LOCAL).getFirst();
      assertThat(down.status()).isEqualTo(SourceStatus.UNAVAILABLE);
      assertThat(down.tables()).isEqualTo(1);
      assertThat(down.error()).hasValueSatisfying(why -> assertThat(why).contains("gone"));
      EngineFile.DUCKDB.create(elsewhere, List.of("CREATE TABLE late (a TEXT)"));
      Files.move(elsewhere, file);
      clock.forward(11);
      assertThat(catalog.knowledge("shop").catalog().table("late")).isPresent();
      SourceSummary back = catalog.summaries(Caller.LOCAL).getFirst();
      assertThat(back.status()).isEqualTo(SourceStatus.AVAILABLE);
      assertThat(back.tables()).isEqualTo(2);
    }
  }
}
