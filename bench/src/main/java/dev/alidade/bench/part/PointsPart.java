package dev.alidade.bench.part;

import dev.alidade.bench.load.HttpConnection;
import dev.alidade.bench.load.HttpWorker;
import dev.alidade.bench.load.Keys;
import dev.alidade.bench.load.Rounds;
import dev.alidade.bench.load.Worker;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.BarePool;
import dev.alidade.bench.server.Customers;
import dev.alidade.bench.server.McpServer;
import dev.alidade.bench.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One row by its key with SQL in {@code tools/call}: statements that nobody sent before, and one
 * statement again and again; beside other servers, the driver and our own server with no work.
 */
public final class PointsPart implements Part {
  static final List<Integer> CALLERS = List.of(1, 32, 256);
  static final List<Integer> CALLERS_IN_BRIEF = List.of(8);
  private static final long CACHED_KEY = 4_711;
  static final String NAME = "points";
  static final String OURS = "Alidade";
  static final String HTTP = "GET /healthz";
  static final String DRIVER = "JDBC, pool of " + BarePool.USUAL_SIZE;
  static final String AGAIN = ", again";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    List<Line> lines = new ArrayList<>();
    for (Database database : databases(setup)) {
      setup.tell("MCP point queries on " + database.name());
      List<McpServer> servers = new ArrayList<>();
      try (BarePool pool = new BarePool(database.url())) {
        for (McpServer.Kind kind : database.kinds()) {
          McpServer server = McpServer.start(kind, setup.folder());
          servers.add(server);
          server.check(Customers.point(CACHED_KEY), "Customer " + CACHED_KEY);
        }
        List<Rounds.Subject> subjects = subjects(servers, pool);
        Rounds.warmUp(setup.pace(), CALLERS_IN_BRIEF.getFirst(), subjects);
        for (int callers : setup.brief() ? CALLERS_IN_BRIEF : CALLERS) {
          lines.addAll(
              new PointLines(database.name(), callers)
                  .of(Rounds.run(setup.pace(), callers, subjects)));
        }
        lines.addAll(memory(database.name(), servers));
        if (database.name().equals(PointLines.WITH_GOALS)) {
          lines.addAll(ListedTools.lines(servers));
        }
      } finally {
        servers.forEach(McpServer::close);
      }
    }
    return lines;
  }

  /** An engine with its rows, and all who serve it. */
  private record Database(String name, String url, List<McpServer.Kind> kinds) {}

  private static List<Database> databases(Setup setup) throws Exception {
    List<Database> databases = new ArrayList<>();
    String sqlite = setup.databases().sqlite().toString();
    databases.add(
        new Database(
            "SQLite",
            "jdbc:sqlite:" + sqlite,
            kinds(
                product(setup, "crm", "engine: sqlite, path: \"%s\"".formatted(sqlite)),
                setup.peers().map(peers -> peers.onSqlite(Path.of(sqlite))))));
    if (!setup.brief()) {
      databases.add(postgres(setup));
    }
    return databases;
  }

  private static Database postgres(Setup setup) throws Exception {
    PostgresServer server = setup.databases().postgres();
    String settings =
        "engine: postgres, host: 127.0.0.1, port: %d, database: postgres, username: postgres"
            .formatted(server.port());
    return new Database(
        "PostgreSQL",
        server.url(),
        kinds(
            product(setup, "erp", settings), setup.peers().map(peers -> peers.onPostgres(server))));
  }

  private static List<McpServer.Kind> kinds(
      McpServer.Kind ours, Optional<List<McpServer.Kind>> others) {
    List<McpServer.Kind> kinds = new ArrayList<>(List.of(ours));
    others.ifPresent(kinds::addAll);
    return kinds;
  }

  static McpServer.Kind product(Setup setup, String source, String settings) throws IOException {
    return new McpServer.Kind(
        OURS,
        setup.command(source, "sources:%n  - { name: %s, %s }%n".formatted(source, settings)),
        "query",
        "{\"source\": \"" + source + "\", \"sql\": \"%s\"}");
  }

  private static List<Rounds.Subject> subjects(List<McpServer> servers, BarePool pool) {
    Keys keys = Customers.keys();
    List<Rounds.Subject> subjects = new ArrayList<>();
    for (McpServer server : servers) {
      int port = server.process().port();
      byte[] same = server.call(Customers.point(CACHED_KEY));
      Worker.Factory always =
          () -> new HttpWorker(port, number -> server.call(Customers.point(keys.next())));
      subjects.add(new Rounds.Subject(server.name(), always));
      subjects.add(
          new Rounds.Subject(server.name() + AGAIN, () -> new HttpWorker(port, number -> same)));
    }
    int port = servers.getFirst().process().port();
    byte[] health = HttpConnection.get("/healthz");
    subjects.add(new Rounds.Subject(HTTP, () -> new HttpWorker(port, number -> health)));
    subjects.add(new Rounds.Subject(DRIVER, () -> pool.pointQuery(Customers.POINT, keys)));
    return subjects;
  }

  private List<Line> memory(String engine, List<McpServer> servers) throws IOException {
    double ours = servers.getFirst().process().residentMegabytes();
    Line line = Line.of(NAME, "memory after load, " + engine + " (RSS)", Unit.MEGABYTES, ours);
    if (servers.size() == 1) {
      return List.of(line);
    }
    List<Line> lines = new ArrayList<>();
    for (McpServer peer : servers.subList(1, servers.size())) {
      lines.add(line.beside(peer.name(), peer.process().residentMegabytes()));
    }
    return lines;
  }
}
