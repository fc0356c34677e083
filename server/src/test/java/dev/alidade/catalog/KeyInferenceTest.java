package dev.alidade.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.EngineFile;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryService;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeyInferenceTest {
  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE teams (id INTEGER, name VARCHAR(20))",
          "INSERT INTO teams VALUES (1, 'Reds'), (2, 'Blues'), (3, 'Greens')",
          "CREATE TABLE matches (id INTEGER, home_team_id INTEGER, away_team_id INTEGER, goals INTEGER)",
          "INSERT INTO matches VALUES (1, 1, 2, 3), (2, 2, 3, 1), (3, 3, 1, 2)",
          "CREATE TABLE country (Code VARCHAR(2), Name VARCHAR(20))",
          "INSERT INTO country VALUES ('CH', 'Switzerland'), ('NO', 'Norway')",
          "CREATE TABLE city (CityID INTEGER, CountryCode VARCHAR(2), name VARCHAR(20))",
          "INSERT INTO city VALUES (1, 'CH', 'Bern'), (2, 'CH', 'Chur'), (3, 'NO', 'Oslo')",
          "CREATE TABLE staff (staff_id INTEGER, manager_staff_id INTEGER, city_id INTEGER)",
          "INSERT INTO staff VALUES (1, NULL, 1), (2, 1, 3), (3, 1, 3)",
          "CREATE TABLE visits (id INTEGER, team_id INTEGER, name VARCHAR(20), status VARCHAR(5))",
          "INSERT INTO visits VALUES (1, 99, 'Reds', 'ok'), (2, 98, 'Blues', 'ok')");

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void keysComeFromNamesUniquenessAndContainedValues(EngineFile engine) {
    Path file = engine.in(folder, "keys");
    engine.create(file, STATEMENTS);
    try (Sources sources =
            new Sources(List.of(engine.source("keys", file)), EngineFile.factories());
        QueryService queries =
            new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC())) {
      SourceKnowledge knowledge =
          new CatalogService(sources, queries, Clock.systemUTC()).knowledge("keys");
      // Neither id = id, nor name = name, nor visits.team_id, whose values are not in teams.
      assertThat(knowledge.foreignKeys())
          .allMatch(key -> key.inferred())
          .extracting(
              key ->
                  "%s.%s -> %s.%s"
                      .formatted(
                          key.from().table(),
                          key.columns().getFirst(),
                          key.to().table(),
                          key.toColumns().getFirst()))
          .containsExactlyInAnyOrder(
              "matches.home_team_id -> teams.id",
              "matches.away_team_id -> teams.id",
              "city.CountryCode -> country.Code",
              "staff.city_id -> city.CityID",
              "staff.manager_staff_id -> staff.staff_id");
    }
  }
}
