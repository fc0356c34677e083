package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.io.OutputStream;

/** Runs operations in this process. */
final class LocalCalls implements Calls {
  private static final Caller CALLER = Caller.LOCAL.through("cli");

  private final Workplace.Open open;

  LocalCalls(Workplace.Open open) {
    this.open = open;
  }

  @Override
  public JsonNode call(String operation, ObjectNode input) {
    Record output = open.operations().call(operation, input, Invocation.of(CALLER));
    return Json.mapper().valueToTree(output);
  }

  @Override
  public void stream(String operation, String mediaType, ObjectNode input, OutputStream out)
      throws IOException {
    open.operations().stream(operation, mediaType, input, Invocation.of(CALLER), out);
  }

  @Override
  public void close() {
    open.close();
  }
}
