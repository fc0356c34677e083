package dev.alidade.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFile;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryService;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KnowledgeBuilderTest {
  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE teams (id INTEGER, name VARCHAR(20))",
          "INSERT INTO teams VALUES (1, 'Reds')");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void tablesForWhichNoTimeIsLeftAreKnownByTheCatalogAlone(EngineFile engine) {
    Path file = engine.in(folder, "large");
    engine.create(file, STATEMENTS);
    try (Sources sources =
            new Sources(List.of(engine.source("large", file)), EngineFile.factories());
        QueryService queries =
            new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC())) {
      Engine opened = sources.engine("large");
      SourceReader reader = new SourceReader(queries, "large", opened.dialect());
      SourceKnowledge looked =
          new KnowledgeBuilder("large", reader, Duration.ofMinutes(1)).build(opened.readCatalog());
      SourceKnowledge listed =
          new KnowledgeBuilder("large", reader, Duration.ZERO).build(opened.readCatalog());
      assertThat(listed.tables().getFirst().columns())
          .isEqualTo(looked.tables().getFirst().columns());
      assertThat(looked.profile(looked.tables().getFirst().name(), "name")).isPresent();
      assertThat(listed.profile(listed.tables().getFirst().name(), "name")).isEmpty();
    }
  }
}
