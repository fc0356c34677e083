package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.audit.AuditFolder;
import dev.alidade.audit.AuditLog;
import dev.alidade.audit.AuditSettings;
import dev.alidade.base.Caller;
import dev.alidade.edge.Tokens;
import dev.alidade.edge.mcp.Offer;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ToolSource;
import dev.alidade.edge.mcp.tool.SampleExchanges;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page of rows costs a model that reads it, as we write it and as others do. */
class TokensOfTablesTest {
  private static final double MOST_OF_OBJECTS = 0.70;
  private static final double MOST_OF_ARRAYS_IN_ALL = 0.97;
  private static final double MOST_OF_CSV_IN_ALL = 1.01;
  private static final Map<String, String> RESULTS = new LinkedHashMap<>();

  static {
    RESULTS.put(
        "customers: names, addresses, dates, nulls",
        "SELECT customer_id, first_name, last_name, email, phone, birth_date, city FROM customers ORDER BY customer_id LIMIT 100");
    RESULTS.put(
        "orders: keys, moments, few different texts, amounts",
        "SELECT * FROM orders ORDER BY order_id LIMIT 100");
    RESULTS.put(
        "order lines: numbers alone", "SELECT * FROM order_items ORDER BY order_item_id LIMIT 100");
    RESULTS.put(
        "products: longer texts, prices, truths",
        "SELECT * FROM products ORDER BY product_id LIMIT 100");
    RESULTS.put(
        "stores: places, fractions, nulls", "SELECT * FROM stores ORDER BY store_id LIMIT 100");
    RESULTS.put(
        "revenue a month and region: sums",
        "SELECT date_trunc('month', ordered_at)::DATE AS month, region, count(*) AS lines, sum(revenue) AS revenue"
            + " FROM order_items JOIN orders USING (order_id) JOIN stores USING (store_id)"
            + " GROUP BY ALL ORDER BY month, region LIMIT 100");
  }

  /** Tokens of the same cells in four forms. */
  private record Cost(
      String result, int rows, int columns, int own, int arrays, int objects, int csv) {
    String line() {
      return String.format(
          Locale.ROOT,
          "| %s | %d x %d | %.2f | %.2f | %.2f | %.2f |",
          result,
          rows,
          columns,
          each(own),
          each(arrays),
          each(objects),
          each(csv));
    }

    private double each(int tokens) {
      return (double) tokens / (rows * columns);
    }
  }

  @TempDir static Path folder;
  private static final List<Cost> COSTS = new ArrayList<>();

  @BeforeAll
  static void measure() throws IOException {
    AuditLog audit =
        new AuditLog(
            new AuditFolder(folder, Optional.empty()), AuditSettings.USUAL, Clock.systemUTC());
    try (Product product =
        Product.openQuickly(
            List.of(SampleData.shop(folder)), Config.EMPTY, audit, folder.resolve("state"))) {
      for (Map.Entry<String, String> result : RESULTS.entrySet()) {
        COSTS.add(cost(result.getKey(), result.getValue(), product));
      }
    }
  }

  private static Cost cost(String result, String sql, Product product) throws IOException {
    ObjectNode input = Json.mapper().createObjectNode().put("source", "shop").put("sql", sql);
    Invocation invocation = Invocation.of(Caller.LOCAL);
    JsonNode output =
        Json.mapper().valueToTree(product.operations().call("query", input, invocation));
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    product.operations().stream("query", "text/csv", input, invocation, csv);
    ArrayNode names = Json.mapper().createArrayNode();
    output.get("columns").forEach(column -> names.add(column.get("name")));
    return new Cost(
        result,
        output.get("rows").size(),
        names.size(),
        Tokens.in(asModelsReadIt(product, input)),
        Tokens.in(arrays(names, output.get("rows")).toString()),
        Tokens.in(objects(names, output.get("rows")).toString()),
        Tokens.in(csv.toString(StandardCharsets.UTF_8)));
  }

  /** The table in the text of the tool's result, without what is said of it below. */
  private static String asModelsReadIt(Product product, ObjectNode input) {
    ToolSource tools =
        Offer.of(product.operations(), product.toolSettings(), product.prepared())
            .tools()
            .getFirst();
    Exchange exchange = SampleExchanges.of(Caller.LOCAL, "tools/call");
    Outcome.Complete outcome = (Outcome.Complete) tools.call("query", input, exchange);
    String text = outcome.result().at("/content/0/text").asText();
    return text.substring(0, text.indexOf("truncated: false"));
  }

  private static ArrayNode arrays(ArrayNode names, JsonNode rows) {
    ArrayNode all = Json.mapper().createArrayNode().add(names);
    rows.forEach(all::add);
    return all;
  }

  private static ArrayNode objects(ArrayNode names, JsonNode rows) {
    ArrayNode all = Json.mapper().createArrayNode();
    for (JsonNode row : rows) {
      ObjectNode object = all.addObject();
      for (int column = 0; column < names.size(); column++) {
        object.set(names.get(column).asText(), row.get(column));
      }
    }
    return all;
  }

  @Test
  void eachCostsLessThanTheSameInJson() {
    assertThat(COSTS).hasSize(RESULTS.size());
    for (Cost cost : COSTS) {
      assertThat(cost.rows()).as(cost.result()).isBetween(25, 100);
      assertThat((double) cost.own())
          .as(cost.line())
          .isLessThan(cost.arrays())
          .isLessThanOrEqualTo(MOST_OF_OBJECTS * cost.objects());
    }
  }

  @Test
  void allTogetherCostLessByAMargin() {
    int own = COSTS.stream().mapToInt(Cost::own).sum();

    assertThat((double) own)
        .isLessThanOrEqualTo(MOST_OF_ARRAYS_IN_ALL * COSTS.stream().mapToInt(Cost::arrays).sum())
        .isLessThanOrEqualTo(MOST_OF_CSV_IN_ALL * COSTS.stream().mapToInt(Cost::csv).sum());
  }

  @Test
  void theDocumentSaysWhatWasMeasured() throws IOException {
    String table = String.join("\n", COSTS.stream().map(Cost::line).toList());
    System.out.println(table);

    assertThat(Files.readString(Path.of("../docs/performance.md")).contains(table))
        .as("docs/performance.md says something else than:\n%s", table)
        .isTrue();
  }
}
