package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.PromptSource;
import dev.alidade.operation.Prompt;
import dev.alidade.operation.PromptArgument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The features' prepared tasks for a model. */
final class Prompts implements PromptSource {
  private final Map<String, Prompt> prompts = new LinkedHashMap<>();

  Prompts(List<Prompt> prompts) {
    for (Prompt prompt : prompts) {
      if (this.prompts.put(prompt.name(), prompt) != null) {
        throw new IllegalArgumentException("two prompts are named " + prompt.name());
      }
    }
  }

  @Override
  public List<ObjectNode> list(Exchange exchange) {
    return prompts.values().stream().map(Prompts::describe).toList();
  }

  private static ObjectNode describe(Prompt prompt) {
    ObjectNode described =
        JsonRpc.object()
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
    return described;
  }

  @Override
  public boolean has(String name) {
    return prompts.containsKey(name);
  }

  @Override
  public Outcome get(String name, ObjectNode given, Exchange exchange) {
    Prompt prompt = prompts.get(name);
    ObjectNode result = JsonRpc.object().put("description", prompt.description());
    ObjectNode message = result.putArray("messages").addObject().put("role", "user");
    message
        .putObject("content")
        .put("type", "text")
        .put("text", prompt.text().apply(arguments(prompt, given)));
    return Outcome.of(result);
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
