package dev.alidade.safety;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Caller;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.operation.Json;
import dev.alidade.policy.Governor;
import dev.alidade.policy.Verdict;
import dev.alidade.query.QueryService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people really ask is allowed: every gold query, on the database that it belongs to. */
class GoldQueriesTest {
  @Test
  void everyGoldQueryOfTheTuningSetIsAllowed() throws IOException {
    Map<String, List<String>> byDatabase = new LinkedHashMap<>();
    for (String line : Files.readAllLines(SharedData.at("text2sql/spider-tune.jsonl"))) {
      JsonNode item = Json.mapper().readTree(line);
      byDatabase
          .computeIfAbsent(item.get("database").asText(), ignored -> new ArrayList<>())
          .add(item.get("sql").asText());
    }
    List<String> refused = new ArrayList<>();
    int checked = 0;
    for (Map.Entry<String, List<String>> database : byDatabase.entrySet()) {
      Path file = SharedData.at("text2sql/databases/" + database.getKey() + ".sqlite");
      SourceDefinition definition =
          new SourceDefinition("gold", "sqlite", Map.of("path", file.toString()));
      try (Sources sources = new Sources(List.of(definition), List.of(new SqliteEngineFactory()));
          QueryService queries =
              new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC())) {
        for (String sql : database.getValue()) {
          checked++;
          Verdict verdict = queries.check(Caller.LOCAL, "gold", sql);
          if (verdict.governed().isEmpty()) {
            refused.add(database.getKey() + ": " + sql + " -> " + verdict.reasons());
          }
        }
      }
    }
    assertThat(checked).isGreaterThan(4_000);
    assertThat(refused).isEmpty();
  }
}
