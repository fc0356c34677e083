package dev.alidade.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Caller;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryService;
import java.nio.file.Path;
import java.time.Clock;
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
    charts = new ChartService(queries);
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
        .hasMessageContaining("no picture of the kind `waterfall`");
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
    return charts.render(
        new RenderChartInput(
            "shop",
            sql,
            Optional.empty(),
            Optional.of(question),
            Optional.of("Orders"),
            kind,
            Optional.empty(),
            Optional.empty(),
            Optional.of(format)),
        me());
  }

  private static RenderChartInput input(String sql, Optional<ChartSpec> chart) {
    return new RenderChartInput(
        "shop",
        sql,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        chart,
        Optional.empty(),
        Optional.empty());
  }

  private static Invocation me() {
    return Invocation.of(Caller.SYSTEM);
  }
}
