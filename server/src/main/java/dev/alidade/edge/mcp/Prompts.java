package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.operation.Prompt;
import dev.alidade.operation.PromptArgument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The features' prepared tasks for a model. */
final class Prompts {
  private final Map<String, Prompt> prompts = new LinkedHashMap<>();

  Prompts(List<Prompt> prompts) {
    for (Prompt prompt : prompts) {
      if (this.prompts.put(prompt.name(), prompt) != null) {
        throw new IllegalArgumentException("two prompts are named " + prompt.name());
      }
    }
  }

  boolean isEmpty() {
    return prompts.isEmpty();
  }

  ObjectNode list() {
    ObjectNode result = JsonRpc.object();
    ArrayNode list = result.putArray("prompts");
    for (Prompt prompt : prompts.values()) {
      ObjectNode described =
          list.addObject()
              .put("name", prompt.name())
              .put("title", prompt.title())
              .put("description", prompt.description());
      ArrayNode arguments = described.putArray("arguments");
      for (PromptArgument argument : prompt.arguments()) {
        arguments
            .addObject()
            .put("name", argument.name())
            .put("description", argument.description())
            .put("required", argument.required());
      }
    }
    return result;
  }

  ObjectNode get(Exchange exchange) {
    ObjectNode params = exchange.request().params();
    String name = params.path("name").asText();
    Prompt prompt = prompts.get(name);
    if (prompt == null) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "No prompt `%s`%s; `prompts/list` names those that exist"
              .formatted(name, Nearest.hint(name, prompts.keySet())));
    }
    ObjectNode result = JsonRpc.object().put("description", prompt.description());
    ObjectNode message = result.putArray("messages").addObject().put("role", "user");
    message
        .putObject("content")
        .put("type", "text")
        .put("text", prompt.text().apply(arguments(prompt, params.path("arguments"))));
    return result;
  }

  private static Map<String, String> arguments(Prompt prompt, JsonNode given) {
    Map<String, String> arguments = new LinkedHashMap<>();
    for (PromptArgument argument : prompt.arguments()) {
      JsonNode value = given.path(argument.name());
      if (value.isTextual()) {
        arguments.put(argument.name(), value.textValue());
        continue;
      }
      if (argument.required() || !value.isMissingNode()) {
        throw new AlidadeException(
            ErrorCode.INVALID_INPUT,
            "The prompt `%s` needs the argument `%s` as a string: %s"
                .formatted(prompt.name(), argument.name(), argument.description()));
      }
    }
    return arguments;
  }
}
