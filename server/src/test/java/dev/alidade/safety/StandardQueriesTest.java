package dev.alidade.safety;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.duckdb.DuckDbFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The queries of TPC-H and TPC-DS pass DuckDB's gate on tables loaded from their files. */
class StandardQueriesTest {
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\s*(?:--|#).*$");

  @Test
  void tpcHRuns() throws IOException {
    try (Engine engine = open("tpc-h")) {
      EngineProbe probe = new EngineProbe(engine);
      for (String sql : originals("tpc-h", 22)) {
        assertThat(probe.rows(sql)).as(sql).isNotNull();
      }
    }
  }

  @Test
  void tpcDsPassesTheGate() throws IOException {
    try (Engine engine = open("tpc-ds")) {
      EngineProbe probe = new EngineProbe(engine);
      for (String sql : originals("tpc-ds", 99)) {
        assertThat(probe.inspect(sql).reasons()).as(sql).isEmpty();
      }
    }
  }

  /** Every second statement is another tool's rewriting of the one before, for other engines. */
  private static List<String> originals(String suite, int count) throws IOException {
    String script =
        Files.readString(SharedData.at("sql-dialects/%s/%s.sql".formatted(suite, suite)));
    List<String> statements =
        Pattern.compile(";\\s*(?:\\n|$)")
            .splitAsStream(COMMENT.matcher(script).replaceAll(""))
            .filter(sql -> !sql.isBlank())
            .toList();
    assertThat(statements).hasSize(2 * count);
    return IntStream.range(0, count).mapToObj(index -> statements.get(2 * index)).toList();
  }

  private static Engine open(String suite) {
    String files = SharedData.at("sql-dialects/" + suite) + "/*.csv.gz";
    return new DuckDbFactory()
        .open(new SourceDefinition(EngineProbe.SOURCE, "duckdb", Map.of("files", List.of(files))));
  }
}
