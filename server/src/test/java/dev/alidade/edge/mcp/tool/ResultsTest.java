package dev.alidade.edge.mcp.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.PageSize;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.operation.FileOutput;
import dev.alidade.operation.Json;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Caller WENDY = new Caller("wendy", Set.of(), Map.of(), "mcp");
  private static final Caller ADA = new Caller("ada", Set.of(), Map.of(), "mcp");

  record Input(int rows, Optional<Integer> limit, Optional<String> note) {}

  record Column(String name, String type) {}

  record Output(
      List<Column> columns, List<List<Object>> rows, boolean truncated, Optional<String> cursor) {}

  private final OperationRegistry registry =
      new OperationRegistry(
          List.of(
              Operation.named("count", Input.class, Output.class)
                  .title("Count")
                  .description("Counts.")
                  .stream(
                      "text/csv",
                      (input, invocation, out) -> {
                        for (int row = 0; row < input.rows(); row++) {
                          out.write(
                              (row + "," + invocation.caller().name() + "\n")
                                  .getBytes(StandardCharsets.UTF_8));
                        }
                      })
                  .handledBy(
                      (input, invocation) ->
                          page(
                              input,
                              input
                                  .limit()
                                  .or(() -> invocation.pageSize().map(PageSize::rows))
                                  .orElse(1_000))),
              Operation.named("draw", PictureInput.class, Picture.class)
                  .title("Draw")
                  .description("Draws.")
                  .stream(
                      "text/html",
                      (input, invocation, out) ->
                          out.write(picture(input).file().orElseThrow().bytes()))
                  .handledBy((input, invocation) -> picture(input))));

  private static Picture picture(PictureInput input) {
    return new Picture("a dot", Optional.of(OutputFile.of("dot", input.type(), "abc")));
  }

  record PictureInput(String type) {}

  record Picture(String alt, Optional<OutputFile> file) implements FileOutput {}

  private final WholeResults whole = new WholeResults(registry);
  private final OperationTools tools =
      new OperationTools(
          registry,
          new PageSize(10, 2_000, 20_000),
          whole,
          new Decisions(registry, ToolSettings.USUAL));

  private static Output page(Input input, int limit) {
    List<List<Object>> rows = new ArrayList<>();
    for (int row = 0; row < Math.min(limit, input.rows()); row++) {
      rows.add(List.of(row, input.note().orElse("note " + row % 3)));
    }
    boolean more = rows.size() < input.rows();
    return new Output(
        List.of(new Column("id", "integer"), new Column("note", "text")),
        rows,
        more,
        more ? Optional.of("c_1." + rows.size()) : Optional.empty());
  }

  private JsonNode call(String arguments, String meta, String capabilities) throws Exception {
    return call("count", arguments, meta, capabilities);
  }

  private JsonNode call(String tool, String arguments, String meta, String capabilities)
      throws Exception {
    ObjectNode params = JsonRpc.object();
    params.set("_meta", Json.mapper().readTree(meta));
    Outcome outcome =
        tools.call(
            tool,
            (ObjectNode) Json.mapper().readTree(arguments),
            SampleExchanges.of(
                WENDY, "tools/call", params, (ObjectNode) Json.mapper().readTree(capabilities)));
    return Json.mapper().valueToTree(((Outcome.Complete) outcome).result());
  }

  private JsonNode read(String uri, Caller caller) {
    Outcome outcome = whole.read(uri, SampleExchanges.of(caller, "resources/read"));
    return ((Outcome.Complete) outcome).result().at("/contents/0");
  }

  @Test
  void aPictureIsSeenAndOtherFilesAreLinked() throws Exception {
    JsonNode seen = call("draw", "{\"type\": \"image/png\"}", "{}", "{}");

    assertThat(seen.at("/content/0/text").asText()).isEqualTo("alt: a dot");
    assertThat(seen.at("/content/1").toString())
        .isEqualTo("{\"type\":\"image\",\"data\":\"YWJj\",\"mimeType\":\"image/png\"}");

    JsonNode linked = call("draw", "{\"type\": \"text/html\"}", "{}", "{}").at("/content/1");
    assertThat(linked.get("type").asText()).isEqualTo("resource_link");
    assertThat(linked.get("name").asText()).isEqualTo("the file as HTML");
    assertThat(read(linked.get("uri").asText(), WENDY).get("text").asText()).isEqualTo("abc");

    JsonNode data =
        call("draw", "{\"type\": \"image/png\"}", "{\"dev.alidade/structured\": true}", "{}");
    assertThat(data.at("/structuredContent/file/content").asText()).isEqualTo("YWJj");
    assertThat(data.get("content")).hasSize(1);
  }

  @Test
  void aShortResultIsTextAlone() throws Exception {
    JsonNode result = call("{\"rows\": 2}", "{}", "{}");

    assertThat(result.get("content")).hasSize(1);
    assertThat(result.at("/content/0/text").asText())
        .isEqualTo("id\tnote\n0\tnote 0\n1\tnote 1\ntruncated: false");
    assertThat(result.has("structuredContent")).isFalse();
  }

  @Test
  void aLongResultIsCutSummedUpAndLinked() throws Exception {
    JsonNode result = call("{\"rows\": 500}", "{}", "{}");

    assertThat(result.at("/content/0/text").asText())
        .contains("\n9\tnote 0\ntruncated: true\ncursor: c_1.10\nsummary_of_10_rows:\n")
        .contains("  column\ttype\tdistinct\tnulls\tmin\tmax\n")
        .contains("  id\tinteger\t10\t0\t0\t9\n")
        .endsWith("  note\ttext\t3\t0\tnote 0\tnote 2");
    JsonNode link = result.at("/content/1");
    assertThat(link.get("type").asText()).isEqualTo("resource_link");
    assertThat(link.get("mimeType").asText()).isEqualTo("text/csv");
    assertThat(read(link.get("uri").asText(), WENDY).get("text").asText().lines())
        .hasSize(500)
        .contains("499,wendy");
  }

  @Test
  void aLinkIsGoodForItsCallerOnly() throws Exception {
    String uri = call("{\"rows\": 500}", "{}", "{}").at("/content/1/uri").asText();

    for (String wrong :
        List.of(
            uri, uri.replace("csv", "arrows"), "alidade-result://r_x/csv", "alidade-result://")) {
      assertThatThrownBy(() -> read(wrong, ADA))
          .isInstanceOfSatisfying(
              AlidadeException.class,
              failure -> assertThat(failure.code()).isEqualTo(ErrorCode.RESOURCE_NOT_FOUND));
    }
  }

  @Test
  void aLongCellIsCut() throws Exception {
    JsonNode result =
        call("{\"rows\": 1, \"note\": \"%s\"}".formatted("x".repeat(1_500)), "{}", "{}");

    assertThat(result.at("/content/0/text").asText())
        .contains("xxx... (500 more characters)\ntruncated: false");
  }

  @Test
  void dataAreWholeAndNotAlsoText() throws Exception {
    JsonNode result = call("{\"rows\": 50}", "{\"dev.alidade/structured\": true}", "{}");

    assertThat(result.at("/structuredContent/rows")).hasSize(50);
    assertThat(result.at("/content/0/text").asText()).doesNotContain("note");
  }

  @Test
  void aHostThatShowsPagesGetsDataForThoseAndTheModelItsText() throws Exception {
    JsonNode result =
        call("{\"rows\": 5000}", "{}", "{\"extensions\": {\"io.modelcontextprotocol/ui\": {}}}");

    assertThat(result.at("/structuredContent/rows")).hasSize(1_000);
    assertThat(result.at("/content/0/text").asText())
        .contains("\n9\tnote 0\ntruncated: true\nshown: the first 10 of 1,000 rows\n")
        .doesNotContain("\n10\t", "cursor");
  }
}
