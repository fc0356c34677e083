package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.PageSize;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.operation.Failure;
import dev.alidade.operation.FileOutput;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OutputFile;
import dev.alidade.operation.PageOnly;
import java.util.Optional;

/** Results of tools; a model reads nothing twice. */
final class Results {
  private final PageSize size;
  private final WholeResults whole;

  /** Texts of that size; the rest can be read from {@code whole}. */
  Results(PageSize size, WholeResults whole) {
    this.size = size;
    this.whole = whole;
  }

  /** What a form's results are asked for with. */
  Invocation invocation(Exchange exchange) {
    return switch (Form.of(exchange)) {
      case TEXT -> exchange.invocation().paged(size);
      case DATA, BOTH -> exchange.invocation();
    };
  }

  /** The output of an operation, as its client takes it. */
  ObjectNode of(Record output, String operation, ObjectNode input, Exchange exchange) {
    return switch (Form.of(exchange)) {
      case DATA -> structured(text("The result is the structured content."), output);
      case TEXT -> readable(output, operation, input, exchange);
      case BOTH -> paged(readable(output, operation, input, exchange), output);
    };
  }

  private ObjectNode readable(
      Record output, String operation, ObjectNode input, Exchange exchange) {
    ObjectNode json = Json.mapper().valueToTree(output);
    PageOnly.Fields.of(output).forEach(json::remove);
    Optional<OutputFile> file = Files.of(output);
    file.ifPresent(known -> json.remove(FileOutput.FIELD));
    boolean truncated = TableText.cut(json, size);
    ObjectNode result = text(CompactText.of(json));
    if (truncated) {
      whole.link(result, operation, input, exchange.visit().caller());
    }
    file.ifPresent(
        known -> {
          if (!Files.show(known, result)) {
            whole.link(result, operation, input, exchange.visit().caller(), known.mediaType());
          }
        });
    return result;
  }

  private static ObjectNode structured(ObjectNode result, Record output) {
    return result.putPOJO("structuredContent", output);
  }

  /** What a page is given beside what the model was shown. */
  private static ObjectNode paged(ObjectNode result, Record output) {
    if (Files.of(output).isEmpty()) {
      return structured(result, output);
    }
    ObjectNode json = Json.mapper().valueToTree(output);
    json.remove(FileOutput.FIELD);
    return result.set("structuredContent", json);
  }

  static ObjectNode text(String text) {
    ObjectNode result = JsonRpc.object();
    result.putArray("content").addObject().put("type", "text").put("text", text);
    return result;
  }

  /** Says something more to whoever reads the text. */
  static void add(ObjectNode result, String text) {
    result.withArrayProperty("content").addObject().put("type", "text").put("text", text);
  }

  static ObjectNode refusal(Failure failure) {
    String place =
        failure
            .location()
            .map(at -> " at line %d, column %d".formatted(at.line(), at.column()))
            .orElse("");
    ObjectNode result = text(failure.code() + place + ": " + failure.message());
    result.put("isError", true);
    // Structured content would have to follow the schema of a success.
    result.putObject("_meta").putPOJO("dev.alidade/error", failure);
    return result;
  }
}
