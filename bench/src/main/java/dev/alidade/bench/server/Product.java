package dev.alidade.bench.server;

import dev.alidade.bench.load.HttpConnection;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How our product is started and what it is asked over REST. */
public final class Product {
  private static final byte[] READY = HttpConnection.get("/readyz");

  private Product() {}

  /** Serves the sample data. */
  public static ServerCommand demo(Path launcher, Path state) {
    return new ServerCommand(
        List.of(launcher.toString(), "demo", "--no-browser", "--port", ServerCommand.PORT),
        Map.of("ALIDADE_STATE", state.toString()));
  }

  /** Serves what a configuration describes. */
  public static ServerCommand serve(Path launcher, Path configuration, Path state) {
    return new ServerCommand(
        List.of(
            launcher.toString(),
            "serve",
            "--config",
            configuration.toString(),
            "--no-browser",
            "--port",
            ServerCommand.PORT),
        Map.of("ALIDADE_STATE", state.toString()));
  }

  /** Speaks MCP on standard input and output, over the sample data. */
  public static ServerCommand stdio(Path launcher, Path state) {
    return new ServerCommand(
        List.of(launcher.toString(), "mcp"), Map.of("ALIDADE_STATE", state.toString()));
  }

  /** Starts it and returns when it is ready. */
  public static ServerProcess start(ServerCommand command, Path folder) throws Exception {
    return ServerProcess.start(command, folder, ServerProcess.answering(READY)).server();
  }

  /** The request whether it is ready. */
  public static byte[] ready() {
    return READY.clone();
  }

  /** A call of an operation. */
  public static byte[] call(String operation, String input) {
    return HttpConnection.post("/api/v1/" + operation, "application/json", input, Map.of());
  }

  /** The same by a caller with an API key. */
  public static byte[] call(String operation, String input, String key) {
    return HttpConnection.post(
        "/api/v1/" + operation, "application/json", input, authorization(key));
  }

  /** All rows of a statement, in a media type that streams. */
  public static byte[] stream(String source, String sql, String mediaType) {
    return HttpConnection.post("/api/v1/query", mediaType, statement(source, sql), Map.of());
  }

  /** All rows of a query's input, in a media type that streams, by a caller with an API key. */
  public static byte[] streamAs(String key, String input, String mediaType) {
    return HttpConnection.post("/api/v1/query", mediaType, input, authorization(key));
  }

  /** A question to the sample data. */
  public static byte[] ask(String question) {
    return call("ask", "{\"question\": \"%s\"}".formatted(question));
  }

  /** The input that runs a statement. */
  public static String statement(String source, String sql) {
    return "{\"source\": \"%s\", \"sql\": \"%s\"}".formatted(source, sql);
  }

  /** The same with one value to bind. */
  public static String statement(String source, String sql, long value) {
    return "{\"source\": \"%s\", \"sql\": \"%s\", \"parameters\": [%d]}"
        .formatted(source, sql, value);
  }

  private static Map<String, String> authorization(String key) {
    return Map.of("Authorization", "Bearer " + key);
  }
}
