package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.base.Nearest;
import dev.alidade.base.Scope;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ToolSource;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.OperationRegistry;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every operation as a tool; few are listed, the others are found and called through those. */
public final class OperationTools implements ToolSource {
  // In the order in which an agent needs them.
  static final List<String> USUAL =
      List.of(
          "ask",
          "query",
          "list_sources",
          "describe_source",
          "search_catalog",
          "run_write",
          FindOperations.NAME,
          CallOperation.NAME);

  private final OperationRegistry registry;
  private final ToolSettings settings;
  private final Set<String> names;
  private final Results results;

  /** The operations of {@code registry}, shown as {@code settings} say. */
  public OperationTools(OperationRegistry registry, ToolSettings settings, WholeResults whole) {
    results = new Results(settings.results(), whole);
    this.registry = registry;
    this.settings = settings;
    names = registry.all().stream().map(Operation::name).collect(Collectors.toUnmodifiableSet());
  }

  /** Fails where settings name a tool that there is not; it would silently be missing. */
  public static void check(ToolSettings settings, OperationRegistry registry) {
    List<String> known =
        Stream.concat(
                registry.all().stream().map(Operation::name),
                Stream.of(FindOperations.NAME, CallOperation.NAME))
            .toList();
    for (String name : settings.names()) {
      if (!known.contains(name)) {
        throw new AlidadeException(
            ErrorCode.CONFIGURATION_INVALID,
            "`mcp`: no tool `%s`%s".formatted(name, Nearest.hint(name, known)));
      }
    }
  }

  @Override
  public List<ObjectNode> list(Exchange exchange) {
    Caller caller = exchange.visit().caller();
    Map<String, Operation<?, ?>> allowed = new LinkedHashMap<>();
    registry.allowedTo(caller).forEach(each -> allowed.put(each.name(), each));
    Set<String> listed = new LinkedHashSet<>();
    for (Listing listing : settings.of(caller)) {
      listed.addAll(
          switch (listing) {
            case Listing.Usual usual -> USUAL;
            case Listing.Everything all -> allowed.keySet();
            case Listing.Named(List<String> tools) -> tools;
          });
    }
    return listed.stream().flatMap(name -> describe(name, allowed, exchange).stream()).toList();
  }

  private static Optional<ObjectNode> describe(
      String name, Map<String, Operation<?, ?>> allowed, Exchange exchange) {
    return switch (name) {
      case FindOperations.NAME -> Optional.of(FindOperations.describe());
      case CallOperation.NAME -> Optional.of(CallOperation.describe(allowed.values()));
      default ->
          Optional.ofNullable(allowed.get(name))
              .map(
                  each ->
                      Form.of(exchange) == Form.DATA
                          ? ToolDescriptions.whole(each)
                          : ToolDescriptions.brief(each));
    };
  }

  @Override
  public boolean has(String name) {
    return names.contains(name)
        || name.equals(FindOperations.NAME)
        || name.equals(CallOperation.NAME);
  }

  @Override
  public boolean isRepeatable(String name, ObjectNode arguments) {
    return switch (name) {
      case FindOperations.NAME -> true;
      case CallOperation.NAME ->
          has(arguments.path("operation").asText())
              && isRepeatable(
                  arguments.path("operation").asText(), CallOperation.arguments(arguments));
      default -> registry.find(name).effect() == OperationEffect.READ;
    };
  }

  @Override
  public Optional<Scope> missingScope(String name, ObjectNode arguments, Caller caller) {
    return switch (name) {
      case FindOperations.NAME -> Optional.empty();
      case CallOperation.NAME -> missingScope(arguments, caller);
      default -> registry.missingScope(name, caller);
    };
  }

  private Optional<Scope> missingScope(ObjectNode call, Caller caller) {
    String operation = call.path("operation").asText();
    return names.contains(operation) ? registry.missingScope(operation, caller) : Optional.empty();
  }

  @Override
  public Outcome call(String name, ObjectNode arguments, Exchange exchange) {
    try {
      return switch (name) {
        case FindOperations.NAME ->
            Outcome.of(
                Results.text(
                    FindOperations.say(arguments, registry.allowedTo(exchange.visit().caller()))));
        case CallOperation.NAME -> callOther(arguments, exchange);
        default -> callOperation(name, arguments, exchange);
      };
    } catch (AlidadeException thrown) {
      if (thrown.code().type() == ErrorType.INTERNAL) {
        throw thrown;
      }
      return Outcome.of(Results.refusal(Failure.of(thrown)));
    }
  }

  private Outcome callOperation(String name, ObjectNode arguments, Exchange exchange) {
    Optional<Questions.Answer> answer = Questions.answer(name, exchange);
    if (answer.isEmpty()) {
      return callAsking(name, arguments, exchange);
    }
    return switch (answer.get()) {
      case Questions.Answer.Chosen(ObjectNode input) -> callAsking(name, input, exchange);
      case Questions.Answer.Declined(ObjectNode result) -> Outcome.of(result);
    };
  }

  private Outcome callAsking(String name, ObjectNode input, Exchange exchange) {
    Record output = registry.call(name, input, results.invocation(exchange));
    return Questions.ask(output, results.of(output, name, input, exchange), name, exchange);
  }

  private Outcome callOther(ObjectNode arguments, Exchange exchange) {
    String operation = CallOperation.operation(arguments);
    if (!has(operation)) {
      List<String> known =
          registry.allowedTo(exchange.visit().caller()).stream().map(Operation::name).toList();
      throw new AlidadeException(
          ErrorCode.OPERATION_NOT_FOUND,
          "No operation `%s`%s; `%s` names those that you may call"
              .formatted(operation, Nearest.hint(operation, known), FindOperations.NAME));
    }
    return call(operation, CallOperation.arguments(arguments), exchange);
  }
}
