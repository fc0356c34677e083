package dev.alidade.edge.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.operation.Json;
import dev.alidade.operation.OpenChoice;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
  record Input(String word, Optional<Integer> choice) {}

  record Output(String said) implements OpenChoice {
    @Override
    public Optional<Question> openChoice() {
      return said.equals("which?")
          ? Optional.of(
              new Question(
                  "Which word?",
                  List.of(
                      new Option("The first", Map.of("word", "a", "choice", 1)),
                      new Option("The second", Map.of("word", "b", "choice", 2)))))
          : Optional.empty();
    }
  }

  private final OperationRegistry registry =
      new OperationRegistry(
          List.of(
              Operation.named("say", Input.class, Output.class)
                  .title("Say")
                  .description("Says.")
                  .handledBy(
                      (input, invocation) ->
                          new Output(
                              input
                                  .choice()
                                  .map(number -> input.word() + number)
                                  .orElse("which?")))));
  private final OperationTools tools =
      new OperationTools(
          registry,
          ToolSettings.PAGE,
          new WholeResults(registry),
          new Decisions(registry, ToolSettings.USUAL));
  private final ObjectNode arguments = JsonRpc.object().put("word", "x");

  private static Exchange exchange(String capabilities) throws Exception {
    return SampleExchanges.of(
        Caller.LOCAL,
        "tools/call",
        JsonRpc.object(),
        (ObjectNode) Json.mapper().readTree(capabilities));
  }

  private static String text(Outcome outcome) {
    return ((Outcome.Complete) outcome).result().at("/content/0/text").asText();
  }

  private Outcome answer(String answer) throws Exception {
    Exchange first = exchange("{\"elicitation\": {}}");
    Outcome.InputRequired asked = (Outcome.InputRequired) tools.call("say", arguments, first);
    JsonNode request = asked.requests().get("choice");
    assertThat(request.get("method").asText()).isEqualTo("elicitation/create");
    assertThat(request.at("/params/message").asText()).isEqualTo("Which word?");
    assertThat(request.at("/params/requestedSchema/properties/choice/oneOf").toString())
        .isEqualTo(
            "[{\"const\":\"1\",\"title\":\"The first\"},{\"const\":\"2\",\"title\":\"The second\"}]");
    ObjectNode answers = JsonRpc.object();
    answers.set("choice", Json.mapper().readTree(answer));
    return tools.call("say", arguments, first.answered(answers, asked.state()));
  }

  @Test
  void goesOnWithWhatAPersonChose() throws Exception {
    assertThat(text(answer("{\"action\": \"accept\", \"content\": {\"choice\": \"2\"}}")))
        .isEqualTo("said: b2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"action\": \"decline\"}",
        "{\"action\": \"cancel\", \"content\": {\"choice\": \"1\"}}",
        "{\"action\": \"accept\", \"content\": {\"choice\": \"3\"}}",
        "{\"action\": \"accept\"}",
        "{}"
      })
  void givesTheOptionsWhereNobodyChose(String answer) throws Exception {
    assertThat(text(answer(answer))).isEqualTo("said: which?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"elicitation\": {\"url\": {}}}"})
  void asksNobodyWhoCannotBeAsked(String capabilities) throws Exception {
    assertThat(text(tools.call("say", arguments, exchange(capabilities))))
        .isEqualTo("said: which?");
  }

  @Test
  void asksWhoeverFillsFormsAmongOtherThings() throws Exception {
    String both = "{\"elicitation\": {\"form\": {}, \"url\": {}}}";
    assertThat(tools.call("say", arguments, exchange(both)))
        .isInstanceOf(Outcome.InputRequired.class);
  }
}
