package dev.alidade.ask.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.alidade.operation.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The events of an answer, as each provider's documentation shows them. */
final class ScriptedProtocol {
  private static final int PIECE = 25;
  private static final String LINE = String.valueOf('\n');

  private final Provider provider;

  ScriptedProtocol(Provider provider) {
    this.provider = provider;
  }

  String key(HttpExchange exchange) {
    String header = provider == Provider.ANTHROPIC ? "x-api-key" : "Authorization";
    return Optional.ofNullable(exchange.getRequestHeaders().getFirst(header)).orElse("");
  }

  /** The start of an answer and all its text, but no end. */
  List<String> beginning(String text) {
    List<String> events = new ArrayList<>();
    switch (provider) {
      case ANTHROPIC -> {
        events.add(
            event(
                "message_start",
                """
                {"type":"message_start","message":{"id":"msg_01","type":"message","role":"assistant",
                "content":[],"model":"m","stop_reason":null,"stop_sequence":null,
                "usage":{"input_tokens":%d,"output_tokens":1}}}"""
                    .formatted(ScriptedModel.TOKENS.input())));
        events.add(
            event(
                "content_block_start",
                """
                {"type":"content_block_start","index":0,"content_block":
                {"type":"tool_use","id":"toolu_01","name":"answer","input":{}}}"""));
        events.add(event("ping", "{\"type\": \"ping\"}"));
      }
      case OPENAI -> events.add(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null"));
    }
    for (String piece : pieces(text)) {
      events.add(piece(piece));
    }
    return events;
  }

  /** A whole answer that ends for {@code reason}; "usual" is what an answer in order ends with. */
  List<String> events(String text, String reason) {
    List<String> events = new ArrayList<>(beginning(text));
    switch (provider) {
      case ANTHROPIC -> {
        events.add(event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"));
        events.add(
            event(
                "message_delta",
                """
                {"type":"message_delta","delta":{"stop_reason":"%s","stop_sequence":null},
                "usage":{"output_tokens":%d}}"""
                    .formatted(
                        reason.equals("usual") ? "tool_use" : reason,
                        ScriptedModel.TOKENS.output())));
        events.add(event("message_stop", "{\"type\":\"message_stop\"}"));
      }
      case OPENAI -> {
        events.add(chunk("{}", reason.equals("usual") ? "\"stop\"" : "\"" + reason + "\""));
        String usage =
            """
            {"id":"c1","object":"chat.completion.chunk","model":"m","choices":[],\
            "usage":{"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":1280}}"""
                .formatted(ScriptedModel.TOKENS.input(), ScriptedModel.TOKENS.output());
        events.add(data(usage));
        events.add(data("[DONE]"));
      }
    }
    return events;
  }

  /** A failure within the stream. */
  String error(String kind) {
    String body = ScriptedModel.error(kind, "it holds the key sk-secret");
    return provider == Provider.ANTHROPIC
        ? event("error", "{\"type\":\"error\"," + body.substring(1))
        : data(body);
  }

  private String piece(String text) {
    ObjectNode delta = Json.mapper().createObjectNode();
    return switch (provider) {
      case ANTHROPIC -> {
        delta.put("type", "content_block_delta").put("index", 0);
        delta.putObject("delta").put("type", "input_json_delta").put("partial_json", text);
        yield event("content_block_delta", delta.toString());
      }
      case OPENAI -> chunk(delta.put("content", text).toString(), "null");
    };
  }

  private static String chunk(String delta, String reason) {
    String chunk =
        """
        {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m",\
        "choices":[{"index":0,"delta":%s,"finish_reason":%s}],"usage":null}"""
            .formatted(delta, reason);
    return data(chunk);
  }

  private static String event(String name, String data) {
    return "event: " + name + LINE + data(data.replace(LINE, ""));
  }

  /** An event without a name. */
  static String data(String data) {
    return "data: " + data + LINE.repeat(2);
  }

  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    for (int start = 0; start < text.length(); start += PIECE) {
      pieces.add(text.substring(start, Math.min(text.length(), start + PIECE)));
    }
    return pieces;
  }
}
