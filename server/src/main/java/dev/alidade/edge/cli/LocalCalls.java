package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Cancellation;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.Visit;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Runs operations in this process. */
final class LocalCalls implements Calls {
  private static final Entrance HERE = Entrance.here("cli");

  private final Workplace.Open open;
  private final Credential credential;

  /** Runs them for whoever bears the key, or is at this machine while nobody needs one. */
  LocalCalls(Workplace.Open open, Optional<String> apiKey) {
    this.open = open;
    this.credential = Credential.ofKey(HERE, apiKey);
  }

  @Override
  public JsonNode call(String operation, ObjectNode input) {
    Record output = open.operations().call(operation, input, invocation(operation));
    return Json.mapper().valueToTree(output);
  }

  @Override
  public void stream(String operation, String mediaType, ObjectNode input, OutputStream out)
      throws IOException {
    open.operations().stream(operation, mediaType, input, invocation(operation), out);
  }

  private Invocation invocation(String operation) {
    Visit visit =
        open.operations().isForStrangers(operation)
            ? Visit.ofAnybody(open.authenticator(), credential)
            : Visit.of(open.authenticator(), credential);
    return Invocation.of(visit, Cancellation.never(), ignored -> {});
  }

  @Override
  public void close() {
    open.close();
  }
}
