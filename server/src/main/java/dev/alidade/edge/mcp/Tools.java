package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Schemas;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every operation as a tool. */
final class Tools {
  private final OperationRegistry registry;
  private final Map<String, ObjectNode> descriptions = new LinkedHashMap<>();

  Tools(OperationRegistry registry) {
    this.registry = registry;
    registry.all().forEach(each -> descriptions.put(each.name(), describe(each)));
  }

  /** Those that the caller may call. */
  ObjectNode list(Caller caller) {
    ObjectNode list = JsonRpc.object();
    ArrayNode tools = list.putArray("tools");
    registry.allowedTo(caller).forEach(each -> tools.add(descriptions.get(each.name())));
    return list;
  }

  private static ObjectNode describe(Operation<?, ?> operation) {
    ObjectNode tool =
        JsonRpc.object()
            .put("name", operation.name())
            .put("title", operation.title())
            .put("description", operation.description());
    tool.set("inputSchema", Schemas.of(operation.input()));
    tool.set("outputSchema", Schemas.of(operation.output()));
    boolean reads = operation.effect() == OperationEffect.READ;
    tool.putObject("annotations")
        .put("readOnlyHint", reads)
        .put("destructiveHint", operation.effect() == OperationEffect.DESTRUCTIVE)
        .put("idempotentHint", reads)
        .put("openWorldHint", false);
    return tool;
  }

  /** Runs a tool; what its caller can act on is a result that says so, not an error. */
  ObjectNode call(Exchange exchange) {
    ObjectNode params = exchange.request().params();
    JsonNode name = params.path("name");
    JsonNode arguments = params.path("arguments");
    if (!name.isTextual()) {
      throw new AlidadeException(
          ErrorCode.MALFORMED_REQUEST, "`tools/call` needs the tool's `name`");
    }
    Operation<?, ?> operation = registry.find(name.textValue());
    if (arguments.isMissingNode() || arguments.isNull()) {
      arguments = JsonRpc.object();
    }
    try {
      Record output = registry.call(operation.name(), arguments, exchange.invocation());
      ObjectNode result = content(CompactText.of(Json.mapper().valueToTree(output)));
      result.putPOJO("structuredContent", output);
      return result;
    } catch (AlidadeException thrown) {
      if (thrown.code().type() == ErrorType.INTERNAL) {
        throw thrown;
      }
      return refusal(Failure.of(thrown));
    }
  }

  private static ObjectNode refusal(Failure failure) {
    String place =
        failure
            .location()
            .map(at -> " at line %d, column %d".formatted(at.line(), at.column()))
            .orElse("");
    ObjectNode result = content(failure.code() + place + ": " + failure.message());
    result.put("isError", true);
    // Structured content would have to follow the schema of a success.
    result.putObject("_meta").putPOJO("dev.alidade/error", failure);
    return result;
  }

  private static ObjectNode content(String text) {
    ObjectNode result = JsonRpc.object();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result;
  }
}
