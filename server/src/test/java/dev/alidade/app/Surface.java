package dev.alidade.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.ask.model.ModelChoice;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.cache.CacheSettings;
import dev.alidade.edge.mcp.Offer;
import dev.alidade.edge.mcp.protocol.CompletionSource;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ResourceSource;
import dev.alidade.edge.mcp.protocol.ToolSource;
import dev.alidade.edge.mcp.tool.SampleExchanges;
import dev.alidade.edge.mcp.tool.ToolSettings;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Prepared;
import dev.alidade.operation.Resource;
import dev.alidade.operation.ResourceProvider;
import dev.alidade.upload.UploadLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Everything that one caller can be told by the product, as text. */
final class Surface implements AutoCloseable {
  private static final Pattern CHANGING =
      Pattern.compile(
          "\"(elapsed_ms|elapsed_seconds|cursor|job|conversation|turn|id|submitted_at|started_at|finished_at|expires_at|kept_until|at|bytes|learned_at|read_at)\":(\"[^\"]*\"|[0-9.]+)");

  private final Product product;
  private final Caller caller;

  Surface(SourceDefinition source, AccessConfig access, Caller caller, Path state) {
    this.caller = caller;
    Config config =
        new Config(
            Config.Server.DEFAULT,
            List.of(),
            List.of(),
            ModelChoice.USUAL,
            List.of(),
            access,
            AuditSettings.USUAL,
            List.of(),
            Map.of(),
            List.of(),
            ToolSettings.USUAL,
            List.of(),
            UploadLimits.USUAL,
            CacheSettings.USUAL);
    AuditLog audit =
        new AuditLog(
            new AuditFolder(state, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    product = Product.open(List.of(source), config, audit, state);
  }

  OperationRegistry operations() {
    return product.operations();
  }

  Prepared prepared() {
    return product.prepared();
  }

  /** What an operation says, without what differs from call to call. */
  String told(String operation, Map<String, Object> input) {
    return CHANGING.matcher(call(operation, input)).replaceAll("\"$1\":0");
  }

  /** What an operation says, or the failure as it leaves the product. */
  String call(String operation, Map<String, Object> input) {
    return call(operation, Json.mapper().valueToTree(input), caller);
  }

  /** The same for who is at the machine, and may do everything. */
  JsonNode administer(String operation, JsonNode input) {
    try {
      return Json.mapper().readTree(call(operation, input, Caller.LOCAL));
    } catch (JsonProcessingException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private String call(String operation, JsonNode input, Caller asking) {
    try {
      return Json.mapper()
          .writeValueAsString(product.operations().call(operation, input, Invocation.of(asking)));
    } catch (AlidadeException failure) {
      return failure(failure);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** What is streamed in a format, byte by byte. */
  String streamed(String operation, String mediaType, Map<String, Object> input) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      product.operations().stream(
          operation, mediaType, Json.mapper().valueToTree(input), Invocation.of(caller), out);
      return out.toString(StandardCharsets.ISO_8859_1);
    } catch (AlidadeException failure) {
      return failure(failure);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** All that can be read by address. */
  String resources() {
    StringBuilder all = new StringBuilder();
    for (ResourceProvider provider : product.prepared().resources()) {
      for (Resource resource : provider.list(Invocation.of(caller))) {
        all.append(resource)
            .append(provider.read(resource.uri(), Invocation.of(caller)))
            .append('\n');
      }
    }
    return all.toString();
  }

  /** All that an agent is told of a source that does not ask for its rows. */
  String mcp(String source) {
    Offer offer = Offer.of(product.operations(), ToolSettings.USUAL, product.prepared());
    Exchange exchange = SampleExchanges.of(caller, "tools/call");
    List<Object> all = new ArrayList<>();
    ToolSource tools = offer.tools().getFirst();
    all.addAll(tools.list(exchange));
    all.add(tools.call("find_operations", JsonRpc.object(), exchange));
    ObjectNode call = JsonRpc.object().put("operation", "describe_source");
    call.putObject("arguments").put("source", source);
    all.add(tools.call("call_operation", call, exchange));
    ObjectNode given = JsonRpc.object().put("source", source);
    CompletionSource values = offer.completions().getFirst();
    for (String argument : List.of("source", "table", "name", "job")) {
      all.add(values.complete(JsonRpc.object(), argument, "", given, exchange));
    }
    for (String table : List.of("customers", "orders", "payroll")) {
      all.add(
          values.complete(
              JsonRpc.object(), "column", "", given.deepCopy().put("table", table), exchange));
    }
    for (ResourceSource resources : offer.resources()) {
      for (ObjectNode resource : resources.list(exchange)) {
        all.add(resource);
        all.add(resources.read(resource.get("uri").asText(), exchange));
      }
    }
    return all.toString();
  }

  /** The formats in which an operation streams. */
  List<String> formats(String operation) {
    return List.copyOf(product.operations().find(operation).streams().keySet());
  }

  private static String failure(AlidadeException failure) {
    return Failure.of(failure).toString();
  }

  @Override
  public void close() {
    product.close();
  }
}
