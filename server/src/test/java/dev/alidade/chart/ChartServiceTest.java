package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.chart.browser.Chromium;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OutputFile;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements are drawn through the gate, in every format, as their caller may see them. */
class ChartServiceTest {
  private static final String STATUSES =
      "SELECT status, count(*) AS orders FROM orders GROUP BY status ORDER BY status";

  @TempDir private Path folder;
  private Sources sources;
  private QueryService queries;
  private ChartService charts;

  @BeforeEach
  void open() {
    Path file = folder.resolve("shop.sqlite");
    SqliteFile.create(
        file,
        List.of(
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, status TEXT, \"a.b\" REAL)",
            "INSERT INTO orders VALUES (1, 'open', 5), (2, 'paid', 7), (3, 'paid', 9)"));
    sources =
        new Sources(
            List.of(new SourceDefinition("shop", "sqlite", Map.of("path", file.toString()))),
            List.of(new SqliteEngineFactory()));
    queries = new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC());
    charts = charts(Chromium.of(Map.of()));
  }

  private ChartService charts(Chromium chromium) {
    return new ChartService(new ChartRows(queries, new NothingKept()), new ChartPictures(chromium));
  }

  @AfterEach
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void theQuestionChooses() throws Exception {
    RenderChartOutput drawn =
        render(STATUSES, "What share has each status?", Optional.empty(), ChartFormat.PLOTLY);

    assertThat(drawn.chart().kind()).isEqualTo(ChartKind.PIE);
    assertThat(drawn.alternatives().getFirst().kind()).isEqualTo(ChartKind.DONUT);
    assertThat(drawn.alt()).contains("orders by status, 2 rows. Highest: paid, 2.");
    JsonNode figure = Json.mapper().readTree(Json.text(drawn)).get("figure");
    assertThat(figure.at("/data/0/labels").toString()).isEqualTo("[\"open\",\"paid\"]");
    assertThat(figure.at("/data/0/values").toString()).isEqualTo("[1,2]");
  }

  @Test
  void aSpecOfAnEarlierCallCanBeChanged() {
    ChartSpec first = render(STATUSES, "", Optional.of(ChartKind.BAR), ChartFormat.PLOTLY).chart();
    ChartSpec dark = first.styled(first.look().themed(Theme.DARK));

    RenderChartOutput drawn = charts.render(input(STATUSES, Optional.of(dark)), me());

    assertThat(drawn.chart()).isEqualTo(dark);
    assertThat(((Figure) drawn.figure().orElseThrow()).layout().get("paper_bgcolor"))
        .isEqualTo("#141514");
  }

  @Test
  void vegaLiteSaysTheSame() throws Exception {
    RenderChartOutput drawn =
        render(
            "SELECT status, \"a.b\" FROM orders",
            "",
            Optional.of(ChartKind.BAR),
            ChartFormat.VEGA_LITE);

    JsonNode vega = Json.mapper().readTree(Json.text(drawn)).get("figure");
    assertThat(vega.at("/mark/type").asText()).isEqualTo("bar");
    assertThat(vega.at("/encoding/x/field").asText()).isEqualTo("status");
    assertThat(vega.at("/encoding/x/type").asText()).isEqualTo("nominal");
    assertThat(vega.at("/encoding/y/field").asText()).isEqualTo("a\\.b");
    assertThat(vega.at("/data/values/1/a.b").asDouble()).isEqualTo(7);
    assertThatThrownBy(
            () -> render(STATUSES, "", Optional.of(ChartKind.WATERFALL), ChartFormat.VEGA_LITE))
        .hasMessageContaining("Vega-Lite has no chart of kind `waterfall`");
  }

  @Test
  void aPictureNeedsNothingElse() {
    RenderChartOutput drawn = render(STATUSES, "", Optional.of(ChartKind.BAR), ChartFormat.SVG);

    assertThat(drawn.svg().orElseThrow()).startsWith("<svg ").contains(">paid<");
    assertThat(drawn.figure()).isEmpty();
    assertThatThrownBy(
            () -> render(STATUSES, "", Optional.of(ChartKind.WATERFALL), ChartFormat.SVG))
        .hasMessageContaining("drawn by Chromium, which is not installed");
  }

  @Test
  void picturesAndPagesAreFiles() {
    ChartService drawing = charts(Chromium.of(System.getenv()));
    Map<String, Object> asked =
        Map.of("source", "shop", "sql", STATUSES, "kind", "waterfall", "width", 300, "height", 200);

    OutputFile png = drawing.file(input(asked), ChartFormat.PNG, me());
    assertThat(png.name()).isEqualTo("chart.png");
    assertThat(png.mediaType()).isEqualTo("image/png");
    assertThat(new String(png.bytes(), 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
    assertThat(text(drawing.file(input(asked), ChartFormat.PDF, me()))).startsWith("%PDF-");
    assertThat(text(drawing.file(input(asked), ChartFormat.HTML, me())))
        .startsWith("<!doctype html>");
    assertThat(text(drawing.file(input(asked), ChartFormat.SVG, me())))
        .startsWith("<svg ")
        .contains("paid");
  }

  private static String text(OutputFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }

  @Test
  void oneThingIsDrawnAsLargeAsPicturesAre() {
    assertThatThrownBy(() -> charts.render(input(Map.of("source", "shop")), me()))
        .hasMessageContaining("Give one of `sql` (with its `source`), `query` and `conversation`");
    assertThatThrownBy(
            () -> charts.render(input(Map.of("conversation", "last", "query", "a")), me()))
        .hasMessageContaining("Give one of");
    assertThatThrownBy(() -> charts.render(input(Map.of("sql", STATUSES)), me()))
        .hasMessageContaining("`sql` needs a `source`");
    assertThatThrownBy(
            () ->
                charts.render(
                    input(Map.of("source", "shop", "sql", STATUSES, "width", 9000)), me()))
        .hasMessage("A picture is 200 to 4000 wide and 150 to 4000 high");
    assertThatThrownBy(() -> charts.render(input(Map.of("query", "monthly")), me()))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_NOT_FOUND));
  }

  @Test
  void numbersAndDatesAreWrittenAsSomebodyReadsThem() throws Exception {
    String sums = "SELECT status, sum(\"a.b\") * 1234.5 AS total FROM orders GROUP BY status";

    RenderChartOutput drawn =
        charts.render(
            input(Map.of("source", "shop", "sql", sums, "kind", "bar", "locale", "de")), me());

    JsonNode figure = Json.mapper().readTree(Json.text(drawn)).get("figure");
    assertThat(figure.at("/layout/separators").asText()).isEqualTo(",.");
    assertThat(figure.at("/config/locale").asText()).isEqualTo("de");
    assertThat(figure.at("/config/locales/de/format/months/2").asText()).isEqualTo("März");
    assertThat(figure.at("/config/locales/de/format/date").asText()).isEqualTo("%d.%m.%Y");
    assertThat(drawn.alt()).contains("Highest: paid, 19.752.");
    assertThat(drawn.chart().look().locale()).contains("de");
    assertThatThrownBy(
            () ->
                charts.render(
                    input(Map.of("source", "shop", "sql", sums, "locale", "xx-klingon")), me()))
        .hasMessageContaining("No locale `xx-klingon`; give one such as en-US");
  }

  @Test
  void whatCannotBeDrawnSaysWhatCan() {
    assertThatThrownBy(
            () -> render(STATUSES, "", Optional.of(ChartKind.SANKEY), ChartFormat.PLOTLY))
        .hasMessageContaining("These rows cannot be drawn as sankey; they can as bar, ");
    assertThatThrownBy(
            () -> render("SELECT status FROM orders", "", Optional.empty(), ChartFormat.PLOTLY))
        .hasMessageContaining("a chart needs at least one row with a number");
    assertThatThrownBy(() -> render("DELETE FROM orders", "", Optional.empty(), ChartFormat.PLOTLY))
        .hasMessageNotContaining("drawn");
  }

  private RenderChartOutput render(
      String sql, String question, Optional<ChartKind> kind, ChartFormat format) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("source", "shop");
    input.put("sql", sql);
    input.put("question", question);
    input.put("title", "Orders");
    kind.ifPresent(some -> input.put("kind", some));
    input.put("as", format);
    return charts.render(input(input), me());
  }

  private static RenderChartInput input(String sql, Optional<ChartSpec> chart) {
    return input(Map.of("source", "shop", "sql", sql, "chart", chart.orElseThrow()));
  }

  private static RenderChartInput input(Map<String, Object> fields) {
    return Json.mapper().convertValue(fields, RenderChartInput.class);
  }

  private static Invocation me() {
    return Invocation.of(Caller.SYSTEM);
  }

  /** A house without saved queries and conversations. */
  private static final class NothingKept implements ChartSubject.Finder {
    @Override
    public ChartSubject ofQuery(String name, Map<String, Object> values, Invocation invocation) {
      throw new AlidadeException(ErrorCode.QUERY_NOT_FOUND, "No query " + name);
    }

    @Override
    public ChartSubject ofTurn(String conversation, Optional<String> turn, Invocation invocation) {
      throw new AlidadeException(ErrorCode.CONVERSATION_NOT_FOUND, "No such " + conversation);
    }
  }
}
