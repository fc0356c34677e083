package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import java.util.Collection;

/** The tool that calls what is not listed; it is the call of that operation in every way. */
final class CallOperation {
  static final String NAME = "call_operation";

  private CallOperation() {}

  /** For a caller who may call these: it is as harmless as they all are. */
  static ObjectNode describe(Collection<Operation<?, ?>> allowed) {
    ObjectNode tool =
        ToolDescriptions.named(
            NAME,
            "Call an operation",
            "Calls any operation that %s finds.".formatted(FindOperations.NAME));
    ObjectNode schema = schema("operation", "Its name", true);
    schema
        .withObjectProperty("properties")
        .putObject("arguments")
        .put("type", "object")
        .put("description", "As its input schema says");
    tool.set("inputSchema", schema);
    boolean harmless = allowed.stream().allMatch(each -> each.effect() == OperationEffect.READ);
    ToolDescriptions.annotate(tool, harmless ? OperationEffect.READ : OperationEffect.DESTRUCTIVE);
    return tool;
  }

  /** A schema of one text. */
  static ObjectNode schema(String field, String description, boolean required) {
    ObjectNode schema = JsonRpc.object().put("type", "object");
    schema
        .putObject("properties")
        .putObject(field)
        .put("type", "string")
        .put("description", description);
    if (required) {
      schema.putArray("required").add(field);
    }
    return schema;
  }

  static String operation(ObjectNode arguments) {
    JsonNode operation = arguments.path("operation");
    if (!operation.isTextual()) {
      throw invalid("needs the field `operation`, a name that `%s` gives", FindOperations.NAME);
    }
    return operation.textValue();
  }

  static ObjectNode arguments(ObjectNode arguments) {
    JsonNode given = arguments.path("arguments");
    if (given.isMissingNode() || given.isNull()) {
      return JsonRpc.object();
    }
    if (given instanceof ObjectNode object) {
      return object;
    }
    throw invalid("takes the operation's fields in `arguments`, a JSON object%s", "");
  }

  private static AlidadeException invalid(String what, String detail) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT, "`%s` %s".formatted(NAME, what.formatted(detail)));
  }
}
