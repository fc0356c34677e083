package dev.alidade.engine.fault;

import static dev.alidade.engine.fault.FaultBench.ALL;
import static dev.alidade.engine.fault.FaultBench.LONG;
import static dev.alidade.engine.fault.FaultBench.LONG_ROWS;
import static dev.alidade.engine.fault.FaultBench.ROWS;
import static dev.alidade.engine.fault.FaultBench.SOURCE;
import static dev.alidade.engine.fault.FaultBench.assertUnavailable;
import static dev.alidade.engine.fault.FaultBench.await;
import static dev.alidade.engine.fault.FaultBench.export;
import static dev.alidade.engine.fault.FaultBench.failure;
import static dev.alidade.engine.fault.FaultBench.succeeds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.trino.TrinoFactory;
import dev.alidade.engine.trino.TrinoServer;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryService;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Trino speaks HTTP: what breaks is asked again, and it queues what is too much by itself. */
class TrinoFaultTest extends FaultContract {
  private static final FaultedServer SERVER = new Server(TrinoServer.shared());

  @Override
  FaultedServer server() {
    return SERVER;
  }

  @Test
  void aShortOutageIsOutlived() {
    try (GovernedResult result = bench().start(SOURCE, LONG)) {
      int first = result.next().orElseThrow().rows();
      bench().proxy.down();
      CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(bench().proxy::up);
      assertThat(first + FaultBench.rows(result)).isEqualTo(LONG_ROWS);
    }
  }

  @Test
  void aRestartedCoordinatorKnowsNothingOfWhatRan() {
    try (TrinoServer before = TrinoServer.own();
        FaultProxy address = FaultProxy.before(before.port());
        Sources sources = bench().opened(tpch(address.port()));
        QueryService over = FaultBench.over(sources);
        GovernedResult result = over.run(export(SOURCE, "SELECT * FROM lineitem"))) {
      assertThat(result.next()).isPresent();
      before.kill();
      address.moveTo(TrinoServer.shared().port());
      assertUnavailable(failure(() -> FaultBench.rows(result)));
      assertThat(FaultBench.rows(over.run(export(SOURCE, "SELECT * FROM nation")))).isEqualTo(25);
    }
  }

  private static SourceDefinition tpch(int port) {
    Map<String, Object> settings =
        new HashMap<>(TrinoServer.shared().source(SOURCE, "tpch", "sf1").settings());
    settings.put("port", port);
    return new SourceDefinition(SOURCE, "trino", settings);
  }

  /** Its own queue holds those who come too many; the groups have their limits in their names. */
  @Override
  @Test
  public void theServerRunsOutOfConnections() throws Exception {
    SourceDefinition two = SERVER.source("two", ports(), Map.of("username", "narrow_2_100"));
    SourceDefinition one =
        SERVER.source(SOURCE, ports(), Map.of("username", "narrow_1_0", "pool-wait", 1));
    try (Sources narrow = bench().opened(two, one);
        QueryService over = FaultBench.over(narrow)) {
      try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Future<Long>> counts = new ArrayList<>();
        for (int caller = 0; caller < 6; caller++) {
          counts.add(callers.submit(() -> FaultBench.rows(over.run(export("two", ALL)))));
        }
        for (Future<Long> count : counts) {
          assertThat(count.get()).as("waits in the cluster's queue").isEqualTo(ROWS);
        }
      }
      GovernedResult running = over.run(export(SOURCE, LONG));
      assertThat(running.next()).isPresent();
      AlidadeException full = failure(() -> FaultBench.rows(over.run(export(SOURCE, ALL))));
      assertUnavailable(full);
      assertThat(full).hasMessageContaining("queued");
      running.close();
      await(() -> succeeds(() -> FaultBench.rows(over.run(export(SOURCE, ALL)))));
    }
  }

  private List<Integer> ports() {
    return List.of(bench().proxy.port());
  }

  private static final class Server implements FaultedServer {
    private final TrinoServer server;
    private final String schema;

    Server(TrinoServer server) {
      this.server = server;
      this.schema = server.createSchema();
      run(
          "CREATE TABLE words AS SELECT n, 'a word that takes some room on its way, number '"
              + " || CAST(n AS varchar) AS word FROM UNNEST(sequence(0, 9999)) AS a (m)"
              + " CROSS JOIN LATERAL (SELECT m * 10 + d AS n FROM UNNEST(sequence(0, 9)) AS b (d))");
    }

    @Override
    public EngineFactory factory() {
      return new TrinoFactory();
    }

    @Override
    public int port() {
      return server.port();
    }

    @Override
    public int passwordPort() {
      return server.securePort();
    }

    @Override
    public boolean asksAgain() {
      return true;
    }

    @Override
    public int slowness() {
      return 5;
    }

    @Override
    public Duration patience() {
      return Duration.ofSeconds(10);
    }

    @Override
    public SourceDefinition source(String name, List<Integer> ports, Map<String, Object> settings) {
      SourceDefinition direct = server.source(name, "memory", schema);
      Map<String, Object> all = new HashMap<>(direct.settings());
      all.remove("port");
      all.put("host", ports.stream().map(port -> "127.0.0.1:" + port).toList());
      all.putAll(settings);
      if (settings.containsKey("password-file")) {
        all.put("tls", "verify");
        all.put("tls-ca", server.certificate().certificate().toString());
      }
      return new SourceDefinition(name, direct.engine(), all);
    }

    @Override
    public void run(String... statements) {
      server.run(schema, List.of(statements));
    }

    @Override
    public void account(String name, String password, int connections) {
      server.passwords(Map.of(name, password));
    }

    @Override
    public int sessions() {
      try (Connection connection = server.connect("system", "runtime");
          Statement statement = connection.createStatement();
          ResultSet row =
              statement.executeQuery(
                  "SELECT count(*) FROM queries WHERE \"user\" = 'alidade'"
                      + " AND state NOT IN ('FINISHED', 'FAILED')")) {
        row.next();
        int running = row.getInt(1);
        assertThat(row.next()).isFalse();
        return running;
      } catch (SQLException failure) {
        throw new IllegalStateException(failure);
      }
    }
  }
}
