package dev.alidade.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.AccessRules;
import dev.alidade.policy.Right;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationRegistryTest {
  enum Tone {
    LOUD,
    QUIET
  }

  record GreetInput(
      @Description("Whom to greet") String firstName,
      Optional<Integer> times,
      Optional<Tone> tone,
      Optional<List<String>> others) {}

  record GreetOutput(String greeting, Optional<String> note) {}

  private final OperationRegistry registry =
      new OperationRegistry(
          List.of(
              Operation.named("greet_person", GreetInput.class, GreetOutput.class)
                  .title("Greet")
                  .description("Greets.")
                  .primary("first_name")
                  .handledBy(
                      (input, invocation) ->
                          new GreetOutput(
                              "Hello ".repeat(input.times().orElse(1)) + input.firstName(),
                              input.tone().map(Tone::name)))));

  @Test
  void decodesSnakeCaseAndOptionalFields() throws JsonProcessingException {
    Record output = call("{\"first_name\": \"Ada\", \"times\": 2, \"tone\": \"loud\"}");
    assertThat(Json.mapper().writeValueAsString(output))
        .isEqualTo("{\"greeting\":\"Hello Hello Ada\",\"note\":\"LOUD\"}");
    assertThat(Json.mapper().writeValueAsString(call("{\"first_name\": \"Ada\"}")))
        .isEqualTo("{\"greeting\":\"Hello Ada\"}");
  }

  @Test
  void whoMayDoWhatIsNotChangedByModels() throws JsonProcessingException {
    OperationRegistry administration =
        new OperationRegistry(
            List.of(
                Operation.named("crown", GreetInput.class, GreetOutput.class)
                    .title("Crown")
                    .description("Makes somebody an administrator.")
                    .primary("first_name")
                    .effect(OperationEffect.WRITE)
                    .right(Right.ADMINISTER)
                    .handledBy(
                        (input, invocation) ->
                            new GreetOutput("All hail " + input.firstName(), Optional.empty()))));
    JsonNode input = Json.mapper().readTree("{\"first_name\": \"Ada\"}");
    Caller model = new Caller("ada", Set.of(), Map.of(), "mcp");
    Caller person = new Caller("ada", Set.of(), Map.of(), "rest");
    assertThat(administration.allowedTo(model)).isEmpty();
    assertThatThrownBy(() -> administration.call("crown", input, Invocation.of(model)))
        .isInstanceOf(AlidadeException.class)
        .hasMessageContaining("A person calls `crown`")
        .extracting(failure -> ((AlidadeException) failure).code())
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(administration.allowedTo(person)).hasSize(1);
    assertThat(administration.call("crown", input, Invocation.of(person)))
        .isEqualTo(new GreetOutput("All hail Ada", Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                         | needs the field `first_name`: Whom to greet
          {"first_name": null}                       | needs the field `first_name`
          {"firstname": "Ada"}                       | no field `firstname`; did you mean `first_name`?
          {"first_name": 7}                          | the field `first_name` must be a string
          {"first_name": "Ada", "times": "2"}        | the field `times` must be an integer
          {"first_name": "Ada", "times": 1.5}        | the field `times` must be an integer
          {"first_name": "Ada", "tone": "shrill"}    | the field `tone` must be one of loud, quiet
          {"first_name": "Ada", "others": "Bob"}     | the field `others` must be an array
          {"first_name": "Ada", "others": [1]}       | the field `others[0]` must be a string
          {"first_name": ["Ada"]}                    | the field `first_name` must be a string
          """)
  void namesTheFieldThatIsWrong(String body, String message) {
    assertThatThrownBy(() -> call(body))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT))
        .hasMessageContaining(message);
  }

  @Test
  void refusesWhatIsNotAnObject() {
    assertThatThrownBy(() -> call("[1]")).hasMessageContaining("takes a JSON object, not an array");
  }

  @Test
  void namesTheOperationThatWasMeant() {
    assertThatThrownBy(() -> registry.find("greet_persons"))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.OPERATION_NOT_FOUND))
        .hasMessageContaining("did you mean `greet_person`?");
  }

  @Test
  void describesRecordsBySchema() {
    JsonNode schema = Schemas.of(GreetInput.class);
    assertThat(schema.at("/required").toString()).isEqualTo("[\"first_name\"]");
    assertThat(schema.at("/properties/first_name/type").asText()).isEqualTo("string");
    assertThat(schema.at("/properties/first_name/description").asText()).isEqualTo("Whom to greet");
    assertThat(schema.at("/properties/times/type").asText()).isEqualTo("integer");
    assertThat(schema.at("/properties/tone").toString())
        .isEqualTo("{\"type\":\"string\",\"enum\":[\"loud\",\"quiet\"]}");
    assertThat(schema.at("/properties/others/items/type").asText()).isEqualTo("string");
    assertThat(schema.at("/additionalProperties").asBoolean(true)).isFalse();
  }

  private Record call(String body) throws JsonProcessingException {
    return registry.call("greet_person", Json.mapper().readTree(body), Invocation.of(Caller.LOCAL));
  }

  @Test
  void whatCameOfADecisionIsLookedAtWithoutACall() {
    List<AuditEvent> events = new ArrayList<>();
    Operation<GreetInput, GreetOutput> deciding =
        Operation.named("ask_leave", GreetInput.class, GreetOutput.class)
            .title("Ask leave")
            .description("Asks for leave to greet.")
            .effect(OperationEffect.WRITE)
            .outcome((id, invocation) -> new GreetOutput("Granted: " + id, Optional.empty()))
            .handledBy((input, invocation) -> new GreetOutput("Wait", Optional.empty()));
    OperationRegistry deciders =
        new OperationRegistry(
            List.of(deciding, registry.find("greet_person")),
            AccessRules.OPEN::of,
            events::add,
            Clock.systemUTC());
    Invocation ada = Invocation.of(new Caller("ada", Set.of(), Map.of(), "mcp"));
    assertThat(deciders.outcome("ask_leave", "d_1", ada))
        .isEqualTo(new GreetOutput("Granted: d_1", Optional.empty()));
    assertThat(events).isEmpty();
    assertThatThrownBy(() -> deciders.outcome("greet_person", "d_1", ada))
        .hasMessage("`greet_person` leaves no decision open; call it instead");
    assertThatThrownBy(() -> deciders.outcome("ask_leave", "d_1", Invocation.of(Caller.STRANGER)))
        .hasMessageContaining("sign in first");
  }
}
