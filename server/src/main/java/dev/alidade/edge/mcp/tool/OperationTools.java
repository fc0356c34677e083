package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.ErrorType;
import dev.alidade.base.Nearest;
import dev.alidade.base.PageSize;
import dev.alidade.base.Scope;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.operation.Failure;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.operation.OperationRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every operation as a tool, and two more that find and call those which are not listed. */
final class OperationTools {
  private final OperationRegistry registry;
  private final Set<String> names;
  private final Results results;
  private final Decisions decisions;

  /** The operations of {@code registry}, with results of that size, and what they leave open. */
  OperationTools(
      OperationRegistry registry, PageSize size, WholeResults whole, Decisions decisions) {
    results = new Results(size, whole);
    this.decisions = decisions;
    this.registry = registry;
    names = registry.all().stream().map(Operation::name).collect(Collectors.toUnmodifiableSet());
  }

  /** The operations that a caller may call, by name. */
  Map<String, Operation<?, ?>> allowedTo(Caller caller) {
    Map<String, Operation<?, ?>> allowed = new LinkedHashMap<>();
    registry.allowedTo(caller).forEach(each -> allowed.put(each.name(), each));
    return allowed;
  }

  /** A tool as a list shows it, if it is among those that are allowed. */
  static Optional<ObjectNode> describe(
      String name, Map<String, Operation<?, ?>> allowed, Exchange exchange) {
    return switch (name) {
      case FindOperations.NAME -> Optional.of(FindOperations.describe());
      case CallOperation.NAME -> Optional.of(CallOperation.describe(allowed.values()));
      default ->
          Optional.ofNullable(allowed.get(name)).map(each -> ToolDescriptions.of(each, exchange));
    };
  }

  /** Whether an operation, or what finds and calls them, has that name. */
  boolean has(String name) {
    return names.contains(name)
        || name.equals(FindOperations.NAME)
        || name.equals(CallOperation.NAME);
  }

  /** Whether calling it twice does no more than once. */
  boolean isRepeatable(String name, ObjectNode arguments) {
    return switch (name) {
      case FindOperations.NAME -> true;
      case CallOperation.NAME ->
          has(arguments.path("operation").asText())
              && isRepeatable(
                  arguments.path("operation").asText(), CallOperation.arguments(arguments));
      default -> registry.find(name).effect() == OperationEffect.READ;
    };
  }

  /** The scope that the caller's token lacks for a call that the caller's roles allow. */
  Optional<Scope> missingScope(String name, ObjectNode arguments, Caller caller) {
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

  /** Calls it; what its caller can correct is a result that says so. */
  Outcome call(String name, ObjectNode arguments, Exchange exchange) {
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
    Optional<String> decision = Decisions.sent(name, exchange);
    if (decision.isPresent()) {
      Record output = decisions.outcome(name, decision.get(), exchange);
      return Outcome.of(result(output, name, arguments, exchange));
    }
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
    return decisions
        .send(output, name, exchange)
        .orElseGet(
            () -> Questions.ask(output, result(output, name, input, exchange), name, exchange));
  }

  private ObjectNode result(Record output, String name, ObjectNode input, Exchange exchange) {
    ObjectNode result = results.of(output, name, input, exchange);
    decisions.page(output).ifPresent(page -> Results.add(result, "Decided by a person at " + page));
    return result;
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
