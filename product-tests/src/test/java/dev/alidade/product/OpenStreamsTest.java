package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten thousand clients that listen for changes at once, while others go on working. */
class OpenStreamsTest {
  private static final int STREAMS = 10_000;
  // More that are not answered yet a server does not take from one caller.
  private static final int AT_ONCE = 250;
  private static final String META =
      """
      "_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
        "io.modelcontextprotocol/clientCapabilities": {}}""";
  private static final Duration LONGEST = Duration.ofSeconds(90);
  private static RunningProduct product;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(List.of("--mcp-fixtures"), ShopFiles.write());
  }

  @AfterAll
  static void stop() {
    product.close();
  }

  @Test
  void tenThousandStreamsAreServedAndLeaveNothing() throws Exception {
    assertThat(mostFiles())
        .as("this test needs `ulimit -n` of 12,000 or more")
        .isGreaterThan(12_000);
    call("query", "{\"source\": \"files\", \"sql\": \"SELECT 1 AS one\"}");
    wave();
    // What the first wave left open would be too much for the second.
    wave();
    String answer =
        call("query", "{\"source\": \"files\", \"sql\": \"SELECT 3 AS three\"}").toString();
    assertThat(answer).contains("three");
  }

  private static long mostFiles() {
    return ((UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getMaxFileDescriptorCount();
  }

  private static void wave() throws Exception {
    List<SocketChannel> streams = new ArrayList<>();
    try {
      Instant began = Instant.now();
      while (streams.size() < STREAMS) {
        List<SocketChannel> group = new ArrayList<>();
        for (int number = 0; number < AT_ONCE; number++) {
          SocketChannel stream = listen(streams.size());
          streams.add(stream);
          group.add(stream);
        }
        readUntil(group, "notifications/subscriptions/acknowledged");
      }
      System.out.printf("%,d streams are open after %s%n", STREAMS, since(began));

      Instant asked = Instant.now();
      JsonNode answer = call("query", "{\"source\": \"files\", \"sql\": \"SELECT 2 AS two\"}");
      assertThat(answer.toString()).contains("two");
      System.out.printf("a query among them takes %s%n", since(asked));

      Instant changed = Instant.now();
      call("test_trigger_tool_change", "{}");
      readUntil(streams, "notifications/tools/list_changed");
      System.out.printf("all are told of a change after %s%n", since(changed));
    } finally {
      for (SocketChannel stream : streams) {
        stream.close();
      }
    }
  }

  private static SocketChannel listen(int number) throws IOException {
    String body =
        """
        {"jsonrpc": "2.0", "id": %d, "method": "subscriptions/listen", "params":
          {"notifications": {"toolsListChanged": true}, %s}}"""
            .formatted(number, META);
    String head =
        """
        POST /mcp HTTP/1.1
        Host: localhost
        Content-Type: application/json
        Accept: application/json, text/event-stream
        MCP-Protocol-Version: 2026-07-28
        Mcp-Method: subscriptions/listen
        Content-Length: %d

        """
            .formatted(body.length())
            .replace("\n", "\r\n");
    byte[] request = (head + body).getBytes(StandardCharsets.US_ASCII);
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), product.port()));
    channel.write(ByteBuffer.wrap(request));
    channel.configureBlocking(false);
    return channel;
  }

  /** Reads every stream until it has said this. */
  private static void readUntil(List<SocketChannel> streams, String words) throws Exception {
    List<SocketChannel> waiting = new ArrayList<>(streams);
    List<StringBuilder> said = new ArrayList<>();
    waiting.forEach(ignored -> said.add(new StringBuilder()));
    Instant latest = Instant.now().plus(LONGEST);
    ByteBuffer buffer = ByteBuffer.allocate(8 * 1024);
    while (!waiting.isEmpty() && Instant.now().isBefore(latest)) {
      for (int index = waiting.size() - 1; index >= 0; index--) {
        buffer.clear();
        assertThat(waiting.get(index).read(buffer)).as("the stream was closed").isNotNegative();
        said.get(index)
            .append(new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8));
        if (said.get(index).indexOf(words) >= 0) {
          waiting.remove(index);
          said.remove(index);
        }
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(said).as("streams that did not say " + words).isEmpty();
  }

  private static JsonNode call(String tool, String arguments) throws Exception {
    HttpResponse<String> response =
        product.send(
            product
                .post(
                    "/mcp",
                    """
                    {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params":
                      {"name": "%s", "arguments": %s, %s}}"""
                        .formatted(tool, arguments, META))
                .header("Accept", "application/json, text/event-stream")
                .header("MCP-Protocol-Version", "2026-07-28")
                .header("Mcp-Method", "tools/call")
                .header("Mcp-Name", tool));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Rest.JSON.readTree(response.body());
  }

  private static String since(Instant moment) {
    return "%.1f s".formatted(Duration.between(moment, Instant.now()).toMillis() / 1000.0);
  }
}
