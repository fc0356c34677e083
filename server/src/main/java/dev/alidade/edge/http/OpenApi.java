package dev.alidade.edge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Later;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Progress;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** The description of all operations (OpenAPI 3.1), made from the registry. */
final class OpenApi {
  // The schemas of all operations take long to make, and most clients never ask for them.
  private final Later<byte[]> document;

  OpenApi(OperationRegistry registry, String version) {
    document = new Later<>(() -> Answers.bytes(describe(registry, version)));
  }

  void handle(RoutingContext context) {
    if (!HttpDoor.isRead(context)) {
      return;
    }
    HttpServerRequest request = context.request();
    document
        .now()
        .ifPresentOrElse(
            known -> Answers.json(request, 200, known),
            // To make it is no work for the event loop.
            () -> Thread.startVirtualThread(() -> makeAndSend(request)));
  }

  private void makeAndSend(HttpServerRequest request) {
    try {
      Answers.json(request, 200, document.get());
    } catch (RuntimeException | Error failure) {
      Answers.failure(request, failure);
    }
  }

  static ObjectNode describe(OperationRegistry registry, String version) {
    ObjectNode document = object().put("openapi", "3.1.0");
    ObjectNode info = document.putObject("info");
    info.put("title", "Alidade").put("version", version);
    info.put("description", "Governed, fast, explained access to data.");
    info.putObject("license").put("name", "Apache-2.0").put("identifier", "Apache-2.0");
    document.putArray("servers").addObject().put("url", "/");
    document.putArray("security").addObject().putArray("bearer");
    SchemaComponents schemas = new SchemaComponents();
    ObjectNode paths = document.putObject("paths");
    for (Operation<?, ?> operation : registry.all()) {
      ObjectNode path = paths.putObject(RestApi.PREFIX + operation.name());
      path.set("post", describe(operation, schemas));
    }
    ObjectNode components = document.putObject("components");
    components.set("securitySchemes", securitySchemes());
    components.set("responses", object().set("Failure", failure(schemas)));
    // The steps that events tell of; no operation refers to them, every client of events does.
    schemas.reference(Progress.class);
    components.set("schemas", schemas.all());
    return document;
  }

  private static ObjectNode describe(Operation<?, ?> operation, SchemaComponents schemas) {
    ObjectNode described = object();
    described
        .put("operationId", operation.name())
        .put("summary", operation.title())
        .put("description", operation.description());
    described.putArray("tags").add(operation.effect().name().toLowerCase(java.util.Locale.ROOT));
    ArrayNode examples = object().arrayNode();
    operation.examples().forEach(line -> examples.add("alidade " + line));
    if (operation.forStrangers()) {
      described.putArray("security");
    }
    if (!examples.isEmpty()) {
      described.set("x-command-lines", examples);
    }
    ObjectNode body = described.putObject("requestBody").put("required", true);
    content(body, Negotiation.JSON).set("schema", schemas.reference(operation.input()));
    ObjectNode responses = described.putObject("responses");
    ObjectNode success = responses.putObject("200").put("description", "The result");
    content(success, Negotiation.JSON).set("schema", schemas.reference(operation.output()));
    if (RestApi.offered(operation).contains(Negotiation.EVENTS)) {
      content(success, Negotiation.EVENTS)
          .putObject("schema")
          .put("type", "string")
          .put(
              "description",
              "Events: `progress` any number of times, then one `result` or one `error`");
    }
    for (String mediaType : operation.streams().keySet()) {
      content(success, mediaType)
          .putObject("schema")
          .put("type", "string")
          .put("contentMediaType", mediaType);
    }
    for (String status : new String[] {"4XX", "5XX"}) {
      responses.putObject(status).put("$ref", "#/components/responses/Failure");
    }
    return described;
  }

  private static ObjectNode securitySchemes() {
    ObjectNode schemes = object();
    schemes
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put(
            "description",
            "An API key or the token of a session; nothing while the server is open");
    return schemes;
  }

  private static ObjectNode failure(SchemaComponents schemas) {
    ObjectNode response = object().put("description", "Why it failed and what to do about it");
    ObjectNode schema = content(response, Negotiation.JSON).putObject("schema");
    schema.put("type", "object").putArray("required").add("error");
    schema.putObject("properties").set("error", schemas.reference(Failure.class));
    return response;
  }

  private static ObjectNode content(ObjectNode owner, String mediaType) {
    return owner.withObjectProperty("content").putObject(mediaType);
  }

  private static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }
}
