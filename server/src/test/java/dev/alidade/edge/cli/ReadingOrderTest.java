package dev.alidade.edge.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.operation.Headline;
import dev.alidade.operation.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadingOrderTest {
  record Choice(@Headline(1) String label, String machineName) {}

  record Figures(long elapsedMs, long rows) {}

  record Answer(
      String id,
      @Headline(3) Figures figures,
      @Headline(1) String saidFirst,
      @Headline(2) Optional<List<Choice>> choices) {}

  record Plain(String one, String two) {}

  @Test
  void headlinesAreReadInTheirOrderAndNothingElse() throws Exception {
    JsonNode output =
        Json.mapper()
            .readTree(
                """
                {"id": "x", "figures": {"elapsed_ms": 3, "rows": 2}, "said_first": "Hello",
                 "choices": [{"label": "One", "machine_name": "m1"}, {"label": "Two", "machine_name": "m2"}]}
                """);

    JsonNode read = ReadingOrder.apply(Answer.class, output);

    assertThat(read.toString())
        .isEqualTo(
            "{\"said_first\":\"Hello\",\"choices\":[{\"label\":\"One\"},{\"label\":\"Two\"}],"
                + "\"figures\":{\"elapsed_ms\":3,\"rows\":2}}");
    assertThat(new Outline(new Terminal(false, false, 80, false)).lines(read, Set.of()))
        .containsExactly(
            "said first: Hello", "choices:", "  - One", "  - Two", "figures: elapsed ms 3, rows 2");
  }

  @Test
  void withoutHeadlinesAllIsRead() throws Exception {
    JsonNode output = Json.mapper().readTree("{\"one\": \"a\", \"two\": \"b\"}");

    assertThat(ReadingOrder.apply(Plain.class, output)).isEqualTo(output);
  }

  @Test
  void whatIsAbsentStaysAbsent() throws Exception {
    JsonNode output = Json.mapper().readTree("{\"id\": \"x\", \"said_first\": \"Hello\"}");

    assertThat(ReadingOrder.apply(Answer.class, output).toString())
        .isEqualTo("{\"said_first\":\"Hello\"}");
  }
}
