package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.edge.mcp.protocol.Capability;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.InputRequest;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.Revision;
import dev.alidade.operation.Json;
import dev.alidade.operation.OpenChoice;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts what an output leaves open to the person at the client, where that can be asked. */
final class Questions {
  private static final String KEY = "choice";

  private Questions() {}

  /** What a person chose. */
  sealed interface Answer {
    /** To go on with this input. */
    record Chosen(ObjectNode input) implements Answer {}

    /** Nothing: the result is what it was, options and all. */
    record Declined(ObjectNode result) implements Answer {}
  }

  /** Asks, with what would be the result without an answer. */
  static Outcome ask(Record output, ObjectNode result, String operation, Exchange exchange) {
    Optional<OpenChoice.Question> open =
        output instanceof OpenChoice choice && exchange.client().can(Capability.ELICITATION)
            ? choice.openChoice()
            : Optional.empty();
    return open.map(question -> ask(question, result, operation, exchange))
        .orElseGet(() -> Outcome.of(result));
  }

  private static Outcome ask(
      OpenChoice.Question question, ObjectNode result, String operation, Exchange exchange) {
    ObjectNode state = JsonRpc.object().put("operation", operation);
    ArrayNode inputs = state.putArray("inputs");
    question.options().forEach(option -> inputs.add(Json.mapper().valueToTree(option.input())));
    state.set("result", Json.mapper().valueToTree(result));
    ObjectNode form = form(question.options(), exchange.client().revision());
    return new Outcome.InputRequired(
        Map.of(KEY, InputRequest.elicitation(question.message(), form)), Optional.of(state));
  }

  private static ObjectNode form(List<OpenChoice.Option> options, Revision revision) {
    ObjectNode schema = JsonRpc.object().put("type", "object");
    ObjectNode choice = schema.putObject("properties").putObject(KEY);
    choice.put("type", "string").put("title", "Which one?");
    for (int at = 0; at < options.size(); at++) {
      String number = Integer.toString(at + 1);
      String label = options.get(at).label();
      // Choices have had titles of their own since the revision after this one.
      if (revision == Revision.R2025_06_18) {
        choice.withArrayProperty("enum").add(number);
        choice.withArrayProperty("enumNames").add(label);
        continue;
      }
      choice.withArrayProperty("oneOf").addObject().put("const", number).put("title", label);
    }
    schema.putArray("required").add(KEY);
    return schema;
  }

  /** What was answered to a question of this operation; empty in the first round. */
  static Optional<Answer> answer(String operation, Exchange exchange) {
    return exchange
        .state()
        .filter(state -> state.path("operation").asText().equals(operation))
        .map(state -> answer(state, exchange.answers().path(KEY)));
  }

  private static Answer answer(ObjectNode state, JsonNode given) {
    String number = given.path("content").path(KEY).asText();
    JsonNode inputs = state.path("inputs");
    boolean chosen =
        given.path("action").asText().equals("accept")
            && number.matches("[1-9]\\d{0,3}")
            && Integer.parseInt(number) <= inputs.size();
    return chosen
        ? new Answer.Chosen((ObjectNode) inputs.get(Integer.parseInt(number) - 1))
        : new Answer.Declined((ObjectNode) state.path("result"));
  }
}
