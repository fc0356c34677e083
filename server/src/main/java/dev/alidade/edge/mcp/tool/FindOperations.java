package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.Schemas;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tool that finds what is not listed. */
final class FindOperations {
  static final String NAME = "find_operations";
  private static final int WHOLE = 3;
  private static final int MORE = 12;

  private FindOperations() {}

  static ObjectNode describe() {
    ObjectNode tool =
        ToolDescriptions.named(
            NAME,
            "Find operations",
            "Finds everything else Alidade can do: saved queries, jobs, insights, reports, "
                + "semantic models, writes, ... Gives input schemas for %s. Without query: all names."
                    .formatted(CallOperation.NAME));
    tool.set("inputSchema", CallOperation.schema("query", "Words, or an operation's name", false));
    ToolDescriptions.annotate(tool, OperationEffect.READ);
    return tool;
  }

  /** What it says of the operations that a caller may call. */
  static String say(ObjectNode arguments, Collection<Operation<?, ?>> allowed) {
    JsonNode query = arguments.path("query");
    if (!query.isMissingNode() && !query.isTextual()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`%s`: the field `query` must be a string".formatted(NAME));
    }
    if (query.asText().isBlank()) {
      return everything(allowed);
    }
    List<? extends Operation<?, ?>> found = new OperationSearch(allowed).find(query.asText());
    if (found.isEmpty()) {
      return "No operation has these words. All that there are:\n" + everything(allowed);
    }
    List<String> lines = new ArrayList<>();
    found.stream().limit(WHOLE).map(FindOperations::whole).forEach(lines::add);
    if (found.size() > WHOLE) {
      lines.add("Also, with their schemas when you look for their names:");
      found.stream().skip(WHOLE).limit(MORE).map(FindOperations::line).forEach(lines::add);
    }
    return String.join("\n", lines);
  }

  private static String everything(Collection<Operation<?, ?>> allowed) {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (Operation<?, ?> operation : allowed) {
      groups
          .computeIfAbsent(operation.feature(), ignored -> new ArrayList<>())
          .add(line(operation));
    }
    List<String> lines = new ArrayList<>();
    groups.forEach(
        (feature, operations) -> {
          lines.add("# " + feature);
          lines.addAll(operations);
        });
    return String.join("\n", lines);
  }

  private static String line(Operation<?, ?> operation) {
    return operation.name() + ": " + operation.title();
  }

  private static String whole(Operation<?, ?> operation) {
    return "%s: %s\n%s%s"
        .formatted(
            operation.name(),
            operation.description(),
            switch (operation.effect()) {
              case READ -> "";
              case WRITE -> "It changes something. ";
              case DESTRUCTIVE -> "It changes or removes data. ";
            },
            "Input: " + schema(operation));
  }

  private static JsonNode schema(Operation<?, ?> operation) {
    ObjectNode schema = Schemas.of(operation.input());
    return schema.path("properties").isEmpty() ? JsonRpc.object() : schema;
  }
}
