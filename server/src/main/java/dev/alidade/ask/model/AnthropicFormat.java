package dev.alidade.ask.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.operation.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Anthropic's Messages API: the answer is the input of a tool that the model has to call. */
final class AnthropicFormat implements WireFormat {
  private static final String VERSION = "2023-06-01";
  private static final String TOOL = "answer";

  @Override
  public String path() {
    return "/messages";
  }

  @Override
  public Map<String, String> headers(Optional<ApiKey> key) {
    return key.map(known -> Map.of("anthropic-version", VERSION, "x-api-key", known.value()))
        .orElseGet(() -> Map.of("anthropic-version", VERSION));
  }

  @Override
  public ObjectNode body(ModelSettings settings, ModelRequest request) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("model", settings.model()).put("max_tokens", settings.maxTokens());
    body.put("stream", true).put("system", request.system());
    settings.temperature().ifPresent(value -> body.put("temperature", value));
    ArrayNode messages = body.putArray("messages");
    for (ModelRequest.Message message : request.messages()) {
      messages
          .addObject()
          .put("role", message.speaker().name().toLowerCase(Locale.ROOT))
          .put("content", message.text());
    }
    // Plans nest in themselves, which the stricter structured output does not allow for.
    ObjectNode tool = body.putArray("tools").addObject();
    tool.put("name", TOOL).put("description", "Gives the answer.");
    tool.set("input_schema", request.schema());
    body.putObject("tool_choice").put("type", "tool").put("name", TOOL);
    return body;
  }

  @Override
  public Optional<String> read(JsonNode event, Draft draft) {
    switch (event.path("type").asText()) {
      case "message_start" -> usage(event.path("message").path("usage"), draft);
      case "content_block_delta" -> {
        JsonNode delta = event.path("delta");
        draft.add(delta.path("partial_json").asText());
        draft.add(delta.path("text").asText());
      }
      case "message_delta" -> {
        usage(event.path("usage"), draft);
        ending(event.path("delta").path("stop_reason").asText()).ifPresent(draft::end);
      }
      case "message_stop" -> draft.finish();
      case "error" -> {
        return Optional.of(event.path("error").path("type").asText("error"));
      }
      default -> {
        // Pings, and what the provider may send besides one day.
      }
    }
    return Optional.empty();
  }

  private static void usage(JsonNode usage, Draft draft) {
    draft.input(
        usage.path("input_tokens").asLong()
            + usage.path("cache_creation_input_tokens").asLong()
            + usage.path("cache_read_input_tokens").asLong());
    draft.output(usage.path("output_tokens").asLong());
  }

  private static Optional<Draft.Ending> ending(String reason) {
    return switch (reason) {
      case "" -> Optional.empty();
      case "max_tokens", "model_context_window_exceeded" -> Optional.of(Draft.Ending.TOO_LONG);
      case "refusal" -> Optional.of(Draft.Ending.DECLINED);
      default -> Optional.of(Draft.Ending.COMPLETE);
    };
  }
}
