package dev.alidade.edge.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.edge.mcp.protocol.Channel;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.operation.Json;
import dev.alidade.operation.OpenDecision;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What is decided elsewhere, while a call waits for it. */
class DecisionsTest {
  record Input() {}

  record Output(String said) implements OpenDecision {
    @Override
    public Optional<Waiting> openDecision() {
      return said.equals("open")
          ? Optional.of(new Waiting("d_1", "Somebody decides.", "/#/decisions/d_1"))
          : Optional.empty();
    }
  }

  private static final String CAN = "{\"elicitation\": {\"url\": {}}}";
  private final AtomicInteger calls = new AtomicInteger();
  private final AtomicInteger looks = new AtomicInteger();
  private int decidedAfter = Integer.MAX_VALUE;
  private final OperationRegistry registry =
      new OperationRegistry(
          List.of(
              Operation.named("change", Input.class, Output.class)
                  .title("Change")
                  .description("Changes.")
                  .outcome(
                      (id, invocation) ->
                          new Output(
                              looks.incrementAndGet() > decidedAfter ? "done " + id : "open"))
                  .handledBy(
                      (input, invocation) -> {
                        calls.incrementAndGet();
                        return new Output("open");
                      })));

  private OperationTools tools(Duration patience) {
    ToolSettings settings = ToolSettings.USUAL.servedAt(URI.create("https://data.example"));
    return new OperationTools(
        registry,
        ToolSettings.PAGE,
        new WholeResults(registry),
        new Decisions(registry, settings, ignored -> patience));
  }

  private static Exchange exchange() throws Exception {
    JsonNode params = Json.mapper().readTree("{\"_meta\": {\"progressToken\": 7}}");
    return SampleExchanges.of(
        Caller.LOCAL, "tools/call", (ObjectNode) params, (ObjectNode) Json.mapper().readTree(CAN));
  }

  private Outcome accepted(OperationTools tools, Channel channel, Cancellation cancellation)
      throws Exception {
    Exchange first = exchange();
    Outcome.InputRequired asked =
        (Outcome.InputRequired) tools.call("change", JsonRpc.object(), first);
    assertThat(asked.requests().get("decision").at("/params/url").asText())
        .isEqualTo("https://data.example/#/decisions/d_1");
    ObjectNode answers = JsonRpc.object();
    answers.putObject("decision").put("action", "accept");
    return tools.call(
        "change",
        JsonRpc.object(),
        first.answered(answers, asked.state()).carriedBy(channel, cancellation));
  }

  private static String text(Outcome outcome) {
    return ((Outcome.Complete) outcome).result().at("/content/0/text").asText();
  }

  @Test
  void waitsForTheDecisionAndCallsNothingTwice() throws Exception {
    decidedAfter = 12;
    List<String> told = new ArrayList<>();
    Outcome outcome =
        accepted(tools(Duration.ofMinutes(1)), new Listener(told), Cancellation.never());

    assertThat(text(outcome)).isEqualTo("said: done d_1");
    assertThat(calls).hasValue(1);
    assertThat(told).hasSize(1).first().asString().contains("notifications/progress", "decide");
  }

  @Test
  void tellsThatItStillWaitsWhenItTakesLong() throws Exception {
    Outcome outcome = accepted(tools(Duration.ZERO), Channel.SILENT, Cancellation.never());

    assertThat(text(outcome)).isEqualTo("said: open");
    assertThat(((Outcome.Complete) outcome).result().at("/content/1/text").asText())
        .isEqualTo("Decided by a person at https://data.example/#/decisions/d_1");
  }

  @Test
  void nobodyWaitsForACallThatWasTakenBack() {
    Cancellation cancellation = new Cancellation();
    decidedAfter = 1_000;
    cancellation.cancel();

    assertThatThrownBy(() -> decisionsOf(cancellation))
        .isInstanceOf(AlidadeException.class)
        .extracting(failure -> ((AlidadeException) failure).code())
        .isEqualTo(ErrorCode.QUERY_CANCELLED);
    assertThat(looks).hasValue(1);
  }

  private void decisionsOf(Cancellation cancellation) throws Exception {
    ObjectNode answers = JsonRpc.object();
    answers.putObject("decision").put("action", "accept");
    Exchange waiting =
        exchange().answered(answers, Optional.empty()).carriedBy(Channel.SILENT, cancellation);
    new Decisions(registry, ToolSettings.USUAL, ignored -> Duration.ofMinutes(1))
        .outcome("change", "d_1", waiting);
  }

  private record Listener(List<String> told) implements Channel {
    @Override
    public void tell(ObjectNode notification) {
      told.add(notification.toString());
    }

    @Override
    public JsonNode ask(ObjectNode request, Cancellation cancellation) {
      return SILENT.ask(request, cancellation);
    }

    @Override
    public void disconnect() {}
  }
}
