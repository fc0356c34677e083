package dev.alidade.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import dev.alidade.engine.EngineProbe;
import dev.alidade.engine.ExecutionRequest;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.SourceDefinition;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrinoErrorsTest {
  private static final String LONG =
      "SELECT count(*) FROM lineitem a, lineitem b, lineitem c WHERE a.l_comment > b.l_comment";

  private EngineProbe tiny;

  @BeforeAll
  void open() {
    tiny = TrinoSources.tiny();
  }

  @AfterAll
  void close() {
    tiny.engine().close();
  }

  @Test
  void whatIsWrongWithAStatementIsPointedAt() {
    at("SELECT n_nam\nFROM nation", "n_nam", ErrorCode.COLUMN_NOT_FOUND, "`n_name`");
    at("SELECT '😀',\n n.n_nam FROM nation n", "n.n_nam", ErrorCode.COLUMN_NOT_FOUND, "`n_name`");
    at("SELECT 1\nFROM /* here */ natoin", "natoin", ErrorCode.TABLE_NOT_FOUND, "`nation`");
    at("SELECT * FROM tiny.natoin", "tiny.natoin", ErrorCode.TABLE_NOT_FOUND, "`nation`");
    at("SELECT 1 +\n   'a'", "+", ErrorCode.TYPE_MISMATCH, "");
    at("SELECT upper(n_nationkey) FROM nation", "upper", ErrorCode.TYPE_MISMATCH, "bigint");
    at(
        "SELECT (n_name), count(*) FROM nation",
        "n_name",
        ErrorCode.SYNTAX_ERROR,
        "must be an aggregate");
    at("SELECT * FROM nation WHERE n_name", "n_name", ErrorCode.TYPE_MISMATCH, "boolean");
    at(
        "select r_name from region join nation on r_regionkey=n_regionkey join region r2 on true",
        "r_name",
        ErrorCode.AMBIGUOUS_NAME,
        "ambiguous");
  }

  @Test
  void aPlaceIsFoundWithParametersAndInExplanationsToo() {
    String sql = "SELECT 'it''s', n_nam /* ? */ FROM nation WHERE n_nationkey = $key";
    AlidadeException failure = EngineProbe.failure(() -> tiny.rowsNamed(sql, Map.of("key", 1L)));
    assertThat(failure.location()).contains(Location.of(sql, sql.indexOf("n_nam ")));
    AlidadeException explained =
        EngineProbe.failure(
            () ->
                tiny.engine()
                    .explain(
                        new ExecutionRequest(
                            tiny.govern(sql),
                            new Parameters.Named(Map.of("key", 1L)),
                            Cancellation.never())));
    assertThat(explained.code()).isEqualTo(ErrorCode.COLUMN_NOT_FOUND);
    assertThat(explained.location()).isEqualTo(failure.location());
  }

  @Test
  void whatIsWrongWithTheDataIsADataError() {
    for (String sql :
        List.of(
            "SELECT 1 / (n_nationkey - n_nationkey) FROM nation",
            "SELECT CAST(n_name AS integer) FROM nation",
            "SELECT 2147483647 + CAST(n_nationkey AS integer) FROM nation",
            "SELECT (SELECT n_name FROM nation)",
            "SELECT ARRAY[1][CAST(n_nationkey + 5 AS integer)] FROM nation",
            "SELECT json_parse(n_name) FROM nation",
            "SELECT date_parse(n_name, '%Y') FROM nation")) {
      AlidadeException failure = tiny.failure(sql);
      assertThat(failure.code()).as(sql).isEqualTo(ErrorCode.DATA_ERROR);
      assertThat(failure.getMessage()).as(sql).doesNotContain("Query failed").isNotBlank();
    }
  }

  @Test
  @Timeout(60)
  void limitsOfTheClusterAreTold() {
    failsWith("session", "query_max_run_time=1s", ErrorCode.QUERY_TIMEOUT);
    failsWith("session", "query_max_memory=1kB", ErrorCode.OUT_OF_MEMORY);
    failsWith("session", "no_such_property=1", ErrorCode.SOURCE_REFUSED);
  }

  @Test
  @Timeout(60)
  void aQueryThatAnAdministratorEndsSaysSo() throws SQLException {
    CompletableFuture<AlidadeException> ended =
        CompletableFuture.supplyAsync(() -> tiny.failure(LONG));
    try (Connection connection = TrinoServer.shared().connect("system", "runtime");
        Statement statement = connection.createStatement()) {
      String id = "";
      while (id.isEmpty()) {
        try (ResultSet running =
            statement.executeQuery(
                "SELECT max(query_id) FROM queries WHERE state = 'RUNNING' AND query LIKE"
                    + " 'EXECUTE IMMEDIATE%lineitem%'")) {
          running.next();
          id = running.getString(1) == null ? "" : running.getString(1);
        }
      }
      statement.execute("CALL system.runtime.kill_query('%s', 'enough')".formatted(id));
    }
    AlidadeException failure = ended.join();
    assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
    assertThat(failure).hasMessageContaining("enough");
  }

  @Test
  void whereNothingListensIsSaid() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    EngineProbe nobody = TrinoSources.tinyWith("port", free);
    AlidadeException failure = EngineProbe.failure(() -> nobody.engine().server());
    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
    assertThat(failure).hasMessageContaining("nothing listens").hasMessageContaining("Trino");
    nobody.engine().close();
  }

  @Test
  @Timeout(60)
  void whatIsNoTrinoIsSaid() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  while (true) {
                    mute.accept().close();
                  }
                } catch (IOException closed) {
                  // The test has ended.
                }
              });
      EngineProbe stranger = TrinoSources.tinyWith("port", mute.getLocalPort());
      AlidadeException failure = EngineProbe.failure(() -> stranger.engine().server());
      assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_UNAVAILABLE);
      assertThat(failure).hasMessageContaining("contract");
      stranger.engine().close();
    }
  }

  @Test
  void aPasswordNeverTravelsInTheOpen() {
    EngineProbe open = TrinoSources.tinyWith("password", "s3cret");
    AlidadeException failure = EngineProbe.failure(() -> open.engine().server());
    assertThat(failure.code()).isEqualTo(ErrorCode.SOURCE_REFUSED);
    assertThat(failure).hasMessageContaining("TLS");
    assertThat(failure.getMessage()).doesNotContain("s3cret");
    open.engine().close();
  }

  @Test
  void aSourceIsDescribedByAUrlToo() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(
        "url",
        "jdbc:trino://alidade@127.0.0.1:%d/tpch/tiny".formatted(TrinoServer.shared().port()));
    EngineProbe probe =
        new EngineProbe(
            new TrinoFactory().open(new SourceDefinition(EngineProbe.SOURCE, "trino", settings)));
    assertThat(probe.number("SELECT count(*) FROM nation")).isEqualTo(25);
    assertThat(probe.engine().readCatalog().tables()).hasSize(8);
    probe.engine().close();
    EngineProbe wide = TrinoSources.tinyWith("schemas", List.of("sf1"));
    assertThat(wide.engine().readCatalog().tables()).hasSize(16);
    wide.engine().close();
  }

  private void failsWith(String setting, String value, ErrorCode code) {
    EngineProbe limited = TrinoSources.tinyWith(setting, value);
    AlidadeException failure = limited.failure(LONG);
    assertThat(failure.code()).as(failure.getMessage()).isEqualTo(code);
    assertThat(failure).hasMessageContaining("contract");
    limited.engine().close();
  }

  private void at(String sql, String place, ErrorCode code, String words) {
    AlidadeException failure = tiny.failure(sql);
    assertThat(failure.code()).as("%s -> %s", sql, failure.getMessage()).isEqualTo(code);
    assertThat(failure.location()).as(sql).contains(Location.of(sql, sql.indexOf(place)));
    assertThat(failure.getMessage()).as(sql).contains(words).doesNotContain("Query failed");
  }
}
