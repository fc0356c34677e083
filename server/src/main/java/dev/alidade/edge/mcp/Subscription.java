package dev.alidade.edge.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.Capability;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.edge.mcp.task.Tasks;
import dev.alidade.operation.Visit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** One client's wish to be told of changes, and what it saw last. */
final class Subscription {
  /** A list of which a client can be told that it changed. */
  enum Listing {
    TOOLS("toolsListChanged", "tools/list", "tools/list_changed"),
    PROMPTS("promptsListChanged", "prompts/list", "prompts/list_changed"),
    RESOURCES("resourcesListChanged", "resources/list", "resources/list_changed");

    private final String wish;
    private final String method;
    private final String change;

    Listing(String wish, String method, String change) {
      this.wish = wish;
      this.method = method;
      this.change = change;
    }
  }

  private static final String ID = "io.modelcontextprotocol/subscriptionId";
  private static final int MOST_RESOURCES = 1_000;

  private final Visit visit;
  private final Client client;
  private final Optional<JsonNode> id;
  private final Set<Listing> listings;
  private final Set<String> uris;
  private final Set<String> taskIds;
  private final Consumer<ObjectNode> sink;
  private final Runnable close;
  private final Map<String, String> seen = new ConcurrentHashMap<>();

  private Subscription(
      Visit visit,
      Client client,
      Optional<JsonNode> id,
      Set<Listing> listings,
      Set<String> uris,
      Set<String> taskIds,
      Consumer<ObjectNode> sink,
      Runnable close) {
    this.visit = visit;
    this.client = client;
    this.id = id;
    this.listings = listings;
    this.uris = uris;
    this.taskIds = taskIds;
    this.sink = sink;
    this.close = close;
  }

  /** Of a session: of all lists, and of the resources that it names meanwhile. */
  static Subscription ofSession(
      Visit visit, Client client, Set<String> uris, Consumer<ObjectNode> sink) {
    return new Subscription(
        visit,
        client,
        Optional.empty(),
        EnumSet.allOf(Listing.class),
        uris,
        Set.of(),
        sink,
        () -> {});
  }

  /** As {@code subscriptions/listen} asks for it; fails if that is malformed. */
  static Subscription asked(Exchange exchange, Consumer<ObjectNode> sink, Runnable close) {
    if (!(exchange.params().path("notifications") instanceof ObjectNode wishes)) {
      throw ProtocolException.invalidParams(
          "`subscriptions/listen` needs `notifications`: an object of what to be told of");
    }
    Set<Listing> listings = EnumSet.noneOf(Listing.class);
    for (Listing listing : Listing.values()) {
      if (wishes.path(listing.wish).asBoolean()) {
        listings.add(listing);
      }
    }
    Set<String> taskIds = texts(wishes, "taskIds");
    if (!taskIds.isEmpty() && !exchange.client().can(Capability.TASKS)) {
      throw ProtocolException.missingCapability(Capability.TASKS);
    }
    return new Subscription(
        exchange.visit(),
        exchange.client(),
        Optional.of(exchange.request().id()),
        Collections.unmodifiableSet(listings),
        texts(wishes, "resourceSubscriptions"),
        taskIds,
        sink,
        close);
  }

  private static Set<String> texts(ObjectNode wishes, String field) {
    Set<String> texts = new TreeSet<>();
    for (JsonNode text : wishes.path(field)) {
      if (!text.isTextual() || texts.size() >= MOST_RESOURCES) {
        throw ProtocolException.invalidParams(
            "`%s` are at most %,d strings".formatted(field, MOST_RESOURCES));
      }
      texts.add(text.textValue());
    }
    return Collections.unmodifiableSet(texts);
  }

  /** Tells what it will be told of, before anything else. */
  void acknowledge() {
    ObjectNode params = JsonRpc.object();
    ObjectNode agreed = params.putObject("notifications");
    listings.forEach(listing -> agreed.put(listing.wish, true));
    put(agreed, "resourceSubscriptions", uris);
    put(agreed, "taskIds", taskIds);
    send(JsonRpc.notification("notifications/subscriptions/acknowledged", params));
  }

  private static void put(ObjectNode agreed, String field, Set<String> texts) {
    if (!texts.isEmpty()) {
      texts.forEach(agreed.putArray(field)::add);
    }
  }

  /** Tells of a task, if it was asked for and is its caller's. */
  void tell(Tasks.Change change) {
    if (taskIds.contains(change.taskId()) && change.owner().equals(visit.caller().name())) {
      send(JsonRpc.notification("notifications/tasks", change.details().deepCopy()));
    }
  }

  void remember(Sights sights) {
    listings.forEach(listing -> seen.put(listing.method, see(listing, sights)));
    uris.forEach(uri -> seen.put(uri, see(uri, sights)));
  }

  void remember(String uri, Sights sights) {
    seen.put(uri, see(uri, sights));
  }

  /** Tells of what looks otherwise than it did. */
  void compare(Sights sights) {
    for (Listing listing : listings) {
      String now = see(listing, sights);
      if (!now.equals(seen.put(listing.method, now))) {
        send(JsonRpc.notification("notifications/" + listing.change, JsonRpc.object()));
      }
    }
    for (String uri : uris) {
      String now = see(uri, sights);
      String before = seen.put(uri, now);
      if (before != null && !now.equals(before)) {
        ObjectNode params = JsonRpc.object().put("uri", uri);
        send(JsonRpc.notification("notifications/resources/updated", params));
      }
    }
  }

  /** The server ends it. */
  void end() {
    close.run();
  }

  /** The response to a subscription that the server ended. */
  static ObjectNode over(Exchange exchange) {
    JsonNode id = exchange.request().id();
    ObjectNode result = JsonRpc.object().put("resultType", "complete");
    result.putObject("_meta").set(ID, id);
    return JsonRpc.result(id, result);
  }

  private String see(Listing listing, Sights sights) {
    return sights.of(listing.method, "", visit, client);
  }

  private String see(String uri, Sights sights) {
    return sights.of("resources/read", uri, visit, client);
  }

  private void send(ObjectNode notification) {
    id.ifPresent(
        number ->
            notification.withObjectProperty("params").withObjectProperty("_meta").set(ID, number));
    sink.accept(notification);
  }
}
