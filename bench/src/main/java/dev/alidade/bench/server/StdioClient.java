package dev.alidade.bench.server;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** An MCP client that starts a server of its own, as those on people's desks do. */
public final class StdioClient {
  private StdioClient() {}

  /** The time from the server's fork to the answer of its first tool call. */
  public static Duration firstAnswer(
      ServerCommand command, Path folder, String tool, String arguments) throws Exception {
    ProcessBuilder builder = command.in(folder, 0);
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    long before = System.nanoTime();
    Process process = builder.start();
    try (BufferedWriter to = process.outputWriter();
        BufferedReader from = process.inputReader()) {
      send(to, McpSession.INITIALIZE);
      answer(from);
      send(to, "{\"jsonrpc\": \"2.0\", \"method\": \"notifications/initialized\"}");
      send(to, McpSession.message("tools/call", McpSession.params(tool, arguments)));
      String answer = answer(from);
      Duration elapsed = Duration.ofNanos(System.nanoTime() - before);
      if (answer.contains("\"isError\":true")) {
        throw new IllegalStateException(tool + " answers " + answer);
      }
      return elapsed;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static void send(BufferedWriter to, String message) throws IOException {
    to.write(message);
    to.write('\n');
    to.flush();
  }

  /** The next message that answers; notifications between are left out. */
  private static String answer(BufferedReader from) throws IOException {
    for (String line = from.readLine(); line != null; line = from.readLine()) {
      if (line.contains("\"id\":1") || line.contains("\"id\": 1")) {
        return line;
      }
    }
    throw new IOException("the server ended without an answer");
  }
}
