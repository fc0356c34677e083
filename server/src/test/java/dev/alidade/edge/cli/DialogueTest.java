package dev.alidade.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.operation.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialogueTest {
  private static final Terminal PERSON = new Terminal(true, true, 80, false, true);
  private static final Terminal PIPE = new Terminal(false, false, 80, false);

  private final List<ObjectNode> said = new ArrayList<>();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @Test
  void asksAPersonWhichReadingIsMeant() throws Exception {
    assertThat(hold(PERSON, "2\n", input("revenue by region"))).isZero();
    assertThat(said).hasSize(2);
    assertThat(said.getLast().path("question").asText()).isEqualTo("2");
    assertThat(said.getLast().path("conversation").asText()).isEqualTo("c1");
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("1 to 2");
  }

  @Test
  void asksNobodyWhereNobodyTypes() throws Exception {
    assertThat(hold(PIPE, "2\n", input("revenue by region"))).isEqualTo(2);
    assertThat(said).hasSize(1);
    assertThat(errors.size()).isZero();
  }

  @Test
  void endsWithAnEmptyLine() throws Exception {
    assertThat(hold(PERSON, "\n", input("revenue by region"))).isEqualTo(2);
    assertThat(said).hasSize(1);
  }

  @Test
  void goesOnUntilNothingIsTypedWhereNoQuestionWasGiven() throws Exception {
    String typed = "revenue by region\n1\nonly 2025\n\n";
    assertThat(hold(PERSON, typed, Json.mapper().createObjectNode())).isZero();
    assertThat(said)
        .extracting(one -> one.path("question").asText())
        .containsExactly("revenue by region", "1", "only 2025");
  }

  private int hold(Terminal terminal, String typed, ObjectNode input) {
    return new Dialogue(
            terminal,
            new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
            new PrintStream(errors, true, StandardCharsets.UTF_8))
        .hold("question", input, () -> {}, this::answer);
  }

  private JsonNode answer(ObjectNode input) {
    said.add(input.deepCopy());
    ObjectNode output = Json.mapper().createObjectNode().put("conversation", "c1");
    if (!input.path("question").asText().startsWith("revenue")) {
      return output.put("status", "answered");
    }
    output.put("status", "clarify").putArray("options").addObject().put("label", "one");
    output.withArray("options").addObject().put("label", "two");
    return output;
  }

  private static ObjectNode input(String question) {
    return Json.mapper().createObjectNode().put("question", question);
  }
}
