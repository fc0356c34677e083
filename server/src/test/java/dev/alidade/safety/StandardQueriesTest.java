package dev.alidade.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.duckdb.DuckDbFactory;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The queries of TPC-H and TPC-DS pass DuckDB's gate on tables loaded from their files. */
class StandardQueriesTest {
  @Test
  void tpcHRuns() throws IOException {
    try (Engine engine = open("tpc-h")) {
      EngineProbe probe = new EngineProbe(engine);
      for (String sql : StandardQueries.of("tpc-h", 22)) {
        assertThat(probe.rows(sql)).as(sql).isNotNull();
      }
    }
  }

  @Test
  void tpcDsPassesTheGate() throws IOException {
    try (Engine engine = open("tpc-ds")) {
      EngineProbe probe = new EngineProbe(engine);
      for (String sql : StandardQueries.of("tpc-ds", 99)) {
        assertThat(probe.inspect(sql).reasons()).as(sql).isEmpty();
      }
    }
  }

  private static Engine open(String suite) {
    String files = SharedData.at("sql-dialects/" + suite) + "/*.csv.gz";
    return new DuckDbFactory()
        .open(new SourceDefinition(EngineProbe.SOURCE, "duckdb", Map.of("files", List.of(files))));
  }
}
