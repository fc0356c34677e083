package dev.alidade.ask.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.operation.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** OpenAI's chat completions, which Ollama, vLLM and many others speak as well. */
final class OpenAiFormat implements WireFormat {
  @Override
  public String path() {
    return "/chat/completions";
  }

  @Override
  public Map<String, String> headers(Optional<ApiKey> key) {
    return key.map(known -> Map.of("authorization", "Bearer " + known.value())).orElse(Map.of());
  }

  @Override
  public ObjectNode body(ModelSettings settings, ModelRequest request) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("model", settings.model()).put("stream", true);
    // OpenAI's newer models refuse the old name; other servers know that one only.
    boolean original = settings.baseUrl().equals(Provider.OPENAI.address());
    body.put(original ? "max_completion_tokens" : "max_tokens", settings.maxTokens());
    settings.temperature().ifPresent(value -> body.put("temperature", value));
    body.putObject("stream_options").put("include_usage", true);
    ArrayNode messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", request.system());
    for (ModelRequest.Message message : request.messages()) {
      messages
          .addObject()
          .put("role", message.speaker().name().toLowerCase(Locale.ROOT))
          .put("content", message.text());
    }
    ObjectNode format = body.putObject("response_format").put("type", "json_schema");
    ObjectNode schema = format.putObject("json_schema").put("name", "answer").put("strict", false);
    schema.set("schema", request.schema());
    return body;
  }

  @Override
  public Optional<String> read(JsonNode event, Draft draft) {
    if (event.has("error")) {
      JsonNode error = event.path("error");
      return Optional.of(error.path("type").asText("error"));
    }
    draft.input(event.path("usage").path("prompt_tokens").asLong());
    draft.output(event.path("usage").path("completion_tokens").asLong());
    for (JsonNode choice : event.path("choices")) {
      JsonNode delta = choice.path("delta");
      draft.add(delta.path("content").isTextual() ? delta.path("content").asText() : "");
      if (delta.path("refusal").isTextual()) {
        draft.end(Draft.Ending.DECLINED);
      }
      reason(choice.path("finish_reason"), draft);
    }
    return Optional.empty();
  }

  private static void reason(JsonNode reason, Draft draft) {
    if (!reason.isTextual() || draft.ending().isPresent()) {
      return;
    }
    draft.end(
        switch (reason.asText()) {
          case "length" -> Draft.Ending.TOO_LONG;
          case "content_filter" -> Draft.Ending.DECLINED;
          default -> Draft.Ending.COMPLETE;
        });
  }
}
