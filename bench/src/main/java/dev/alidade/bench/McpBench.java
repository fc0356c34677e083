package dev.alidade.bench;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The same point query on the same SQLite database through MCP servers, each as it comes, in
 * alternating rounds of one run: {@code mcp LAUNCHER NODE DBHUB TOOLBOX}.
 */
public final class McpBench {
  private static final int KEYS = 10_000;
  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofSeconds(4);
  private static final List<Integer> CALLERS = List.of(1, 32);
  private static final String POINT = "SELECT id, name, city, balance FROM customers WHERE id = %d";
  private static final String FORM = "%-16s %8s %14s %10s %10s %12s%n";

  private final Path folder;
  private final List<McpPeer> peers = new ArrayList<>();

  private McpBench(Path folder) {
    this.folder = folder;
  }

  /** Runs all and prints two tables. */
  public static void main(String[] arguments) throws Exception {
    McpBench bench = new McpBench(Files.createTempDirectory("alidade-bench-mcp"));
    try {
      bench.start(List.of(arguments));
      bench.lists();
      bench.calls();
    } finally {
      bench.peers.forEach(McpPeer::close);
    }
  }

  private void start(List<String> programs) throws Exception {
    Path database = folder.resolve("customers.sqlite");
    fill(database);
    Path configuration =
        Files.writeString(
            folder.resolve("alidade.yaml"),
            "sources:\n  - { name: crm, engine: sqlite, path: %s }\n".formatted(database));
    for (McpPeer.Kind kind : kinds(programs, database, configuration)) {
      tell("starting " + kind.name());
      McpPeer peer = McpPeer.start(kind, folder);
      peers.add(peer);
      peer.check(POINT.formatted(4711), "Customer 4711");
    }
  }

  private List<McpPeer.Kind> kinds(List<String> programs, Path database, Path configuration) {
    return List.of(
        new McpPeer.Kind(
            "Alidade",
            List.of(
                programs.get(0),
                "serve",
                "--config",
                configuration.toString(),
                "--no-browser",
                "--port",
                McpPeer.PORT),
            Map.of("ALIDADE_STATE", folder.resolve("state").toString()),
            "query",
            "{\"source\": \"crm\", \"sql\": \"%s\"}"),
        new McpPeer.Kind(
            "DBHub",
            List.of(
                programs.get(1),
                programs.get(2),
                "--transport",
                "http",
                "--port",
                McpPeer.PORT,
                "--dsn",
                "sqlite://" + database),
            Map.of(),
            "execute_sql",
            "{\"sql\": \"%s\"}"),
        new McpPeer.Kind(
            "MCP Toolbox",
            List.of(
                programs.get(3),
                "--prebuilt",
                "sqlite",
                "--port",
                McpPeer.PORT,
                "--disable-version-check",
                "--log-level",
                "ERROR"),
            Map.of("SQLITE_DATABASE", database.toString()),
            "execute_sql",
            "{\"sql\": \"%s\"}"));
  }

  private static void fill(Path database) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT, city TEXT, balance REAL)");
      connection.setAutoCommit(false);
      try (PreparedStatement insert =
          connection.prepareStatement("INSERT INTO customers VALUES (?, ?, ?, ?)")) {
        for (int id = 1; id <= KEYS; id++) {
          insert.setInt(1, id);
          insert.setString(2, "Customer " + id);
          insert.setString(3, "City " + id % 97);
          insert.setDouble(4, id % 1_000 + 0.25);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
    }
  }

  /** What a model reads before its first call. */
  private void lists() throws Exception {
    Encoding encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
    System.out.printf("%-16s %8s %8s %8s%n", "tools/list", "tools", "bytes", "tokens");
    for (McpPeer peer : peers) {
      String tools = peer.tools();
      System.out.printf(
          Locale.ROOT,
          "%-16s %8d %,8d %,8d%n",
          peer.name(),
          new com.fasterxml.jackson.databind.ObjectMapper().readTree(tools).size(),
          tools.getBytes(StandardCharsets.UTF_8).length,
          encoding.countTokensOrdinary(tools));
    }
    System.out.println();
  }

  private void calls() throws Exception {
    System.out.printf(
        FORM, "tools/call", "callers", "per second", "p50 ms", "p99 ms", "of Alidade");
    for (int callers : CALLERS) {
      Map<McpPeer, List<Measurement>> rounds = new LinkedHashMap<>();
      // The first round warms up.
      for (int round = 0; round <= ROUNDS; round++) {
        tell("%d callers, round %d of %d".formatted(callers, round, ROUNDS));
        for (McpPeer peer : peers) {
          Measurement measured = ClosedLoop.run(callers, ROUND, number -> worker(peer));
          if (round > 0) {
            rounds.computeIfAbsent(peer, key -> new ArrayList<>()).add(measured);
          }
        }
      }
      print(callers, rounds);
    }
    System.out.printf("%n%-16s %10s%n", "memory after load", "MB (RSS)");
    for (McpPeer peer : peers) {
      System.out.printf("%-16s %10d%n", peer.name(), peer.residentBytes() / (1024 * 1024));
    }
  }

  private static ClosedLoop.Worker worker(McpPeer peer) throws Exception {
    return new Repeated(peer.port(), KEYS, key -> peer.call(POINT.formatted(key)));
  }

  private static void print(int callers, Map<McpPeer, List<Measurement>> rounds) {
    double ours = Measurement.median(rounds.values().iterator().next()).perSecond();
    rounds.forEach(
        (peer, measured) -> {
          Measurement median = Measurement.median(measured);
          System.out.printf(
              FORM,
              peer.name(),
              callers,
              "%,.0f".formatted(median.perSecond()),
              "%.2f".formatted(median.p50().toNanos() / 1e6),
              "%.2f".formatted(median.p99().toNanos() / 1e6),
              "%.2f".formatted(median.perSecond() / ours));
        });
  }

  private static void tell(String what) {
    System.err.println("bench: " + what);
  }
}
