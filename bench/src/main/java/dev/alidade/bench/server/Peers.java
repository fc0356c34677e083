package dev.alidade.bench.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The MCP servers of others that npm brings, each as it comes. */
public record Peers(Path node, Path dbhub, Path toolbox) {
  private static final String ONLY_SQL = "{\"sql\": \"%s\"}";

  /** On a SQLite file. */
  public List<McpServer.Kind> onSqlite(Path file) {
    return List.of(
        dbhub("sqlite://" + file), toolbox("sqlite", Map.of("SQLITE_DATABASE", file.toString())));
  }

  /** On a PostgreSQL server. */
  public List<McpServer.Kind> onPostgres(PostgresServer server) {
    String port = Integer.toString(server.port());
    return List.of(
        dbhub("postgres://postgres:any@127.0.0.1:%s/postgres?sslmode=disable".formatted(port)),
        toolbox(
            "postgres",
            Map.of(
                "POSTGRES_HOST", "127.0.0.1",
                "POSTGRES_PORT", port,
                "POSTGRES_DATABASE", "postgres",
                "POSTGRES_USER", PostgresServer.USER,
                "POSTGRES_PASSWORD", "any")));
  }

  private McpServer.Kind dbhub(String address) {
    ServerCommand command =
        new ServerCommand(
            List.of(
                node.toString(),
                dbhub.toString(),
                "--transport",
                "http",
                "--port",
                ServerCommand.PORT,
                "--dsn",
                address),
            Map.of());
    return new McpServer.Kind("DBHub", command, "execute_sql", ONLY_SQL);
  }

  private McpServer.Kind toolbox(String engine, Map<String, String> settings) {
    ServerCommand command =
        new ServerCommand(
            List.of(
                toolbox.toString(),
                "--prebuilt",
                engine,
                "--port",
                ServerCommand.PORT,
                "--disable-version-check",
                "--log-level",
                "ERROR"),
            settings);
    return new McpServer.Kind("MCP Toolbox", command, "execute_sql", ONLY_SQL);
  }
}
