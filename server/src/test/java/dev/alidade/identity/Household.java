package dev.alidade.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.MovableClock;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Visit;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Limits;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Callers in a store of their own, whose clock moves at will. */
public final class Household implements AutoCloseable {
  public final MovableClock clock = new MovableClock();
  public final Identities identities;
  public final OperationRegistry operations;
  final List<AuditEvent> events = new CopyOnWriteArrayList<>();

  /** With these callers configured, and more operations than those on callers. */
  public Household(
      Path folder, List<ConfiguredCaller> configured, Collection<Operation<?, ?>> others) {
    this(folder, configured, others, AccessRules.OPEN);
  }

  /** The same under rules. */
  public Household(
      Path folder,
      List<ConfiguredCaller> configured,
      Collection<Operation<?, ?>> others,
      AccessRules rules) {
    identities = new Identities(configured, Database.open(folder), events::add, clock);
    List<Operation<?, ?>> all = new ArrayList<>(others);
    all.addAll(new IdentityFeature(identities, new Roles(), events::add, clock).operations());
    operations = new OperationRegistry(all, rules::of, events::add, clock);
  }

  /** A caller of a configuration. */
  public static ConfiguredCaller configured(String name, Set<String> roles, String apiKey) {
    return ConfiguredCaller.of(
        name, roles, Map.of(), Optional.of(apiKey), Optional.empty(), Optional.empty());
  }

  public static final class Roles implements RoleBook {
    @Override
    public Set<String> names() {
      return Set.of("admin", "viewer", "analyst");
    }

    @Override
    public boolean administers(Caller caller) {
      return caller.name().equals("local") || caller.roles().contains("admin");
    }

    @Override
    public Limits limitsOf(String caller) {
      return Limits.NONE;
    }

    @Override
    public void checkLimits(String caller, Map<String, Long> written) {}

    @Override
    public void callersChanged() {}
  }

  /** Calls an operation with nothing shown. */
  public JsonNode call(String operation, String input) {
    return call(new Credential.None(Entrance.here("rest")), operation, input);
  }

  /** Calls an operation with a key or a session's token. */
  public JsonNode as(String token, String operation, String input) {
    return call(new Credential.Bearer(Entrance.here("rest"), token), operation, input);
  }

  public JsonNode call(Credential credential, String operation, String input) {
    Visit visit =
        operations.isForStrangers(operation)
            ? Visit.ofAnybody(identities, credential)
            : Visit.of(identities, credential);
    try {
      Record output =
          operations.call(
              operation,
              Json.mapper().readTree(input.replace('\'', '"')),
              Invocation.of(visit, Cancellation.never(), ignored -> {}));
      return Json.mapper().valueToTree(output);
    } catch (JsonProcessingException malformed) {
      throw new IllegalArgumentException(malformed);
    }
  }

  /** Creates the first caller, `ada`, who administers, and gives her session. */
  public String ada() {
    call("create_caller", "{'name': 'ada', 'roles': ['admin'], 'password': 'correct horse'}");
    return signIn("ada", "correct horse");
  }

  public String signIn(String name, String password) {
    return call("sign_in", "{'name': '%s', 'password': '%s'}".formatted(name, password))
        .get("session")
        .asText();
  }

  @Override
  public void close() {
    identities.close();
  }
}
