package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.plan.Domain;
import dev.alidade.base.ErrorCode;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.SourceTables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Metrics of a semantic model are added up over their own tables, whatever they are joined with.
 */
class MetricQuestionsTest {
  private static final String MODEL =
      """
      version: 0.1.1
      semantic_model:
        - name: shop
          datasets:
            - { name: customers, source: customers, primary_key: [customer_id] }
            - { name: orders, source: orders, primary_key: [order_id] }
            - { name: order_items, source: order_items }
            - { name: products, source: products, primary_key: [product_id] }
          relationships:
            - { name: of_order, from: order_items, to: orders, from_columns: [order_id], to_columns: [order_id] }
            - { name: of_product, from: order_items, to: products, from_columns: [product_id], to_columns: [product_id] }
          metrics:
            - name: revenue
              ai_context: { synonyms: [turnover] }
              expression:
                dialects:
                  - dialect: ANSI_SQL
                    expression: SUM(order_items.quantity * products.price)
            - name: average_order_value
              expression:
                dialects:
                  - dialect: ANSI_SQL
                    expression: SUM(order_items.quantity * products.price) / COUNT(orders.order_id)
      """;

  @TempDir static Path folder;
  private static Shop shop;
  private static Domain domain;

  @BeforeAll
  static void open() {
    shop = Shop.in(folder);
    SemanticModel model =
        OssieReader.read(
            "shop.yaml",
            MODEL,
            SourceTables.of(shop.knowledge().catalog()),
            ErrorCode.INVALID_INPUT);
    domain = new Domain(shop.knowledge(), model);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "What is the revenue? "
            + "| SELECT sum(quantity * price) FROM order_items JOIN products USING (product_id)",
        "revenue by category "
            + "| SELECT category, sum(quantity * price) FROM order_items JOIN products "
            + "USING (product_id) GROUP BY category",
        "turnover by status "
            + "| SELECT status, sum(quantity * price) FROM order_items JOIN products "
            + "USING (product_id) JOIN orders USING (order_id) GROUP BY status",
        "average order value by status "
            + "| SELECT status, total / (SELECT count(*) FROM orders o WHERE o.status = t.status) "
            + "FROM (SELECT status, sum(quantity * price) AS total FROM order_items JOIN products "
            + "USING (product_id) JOIN orders USING (order_id) GROUP BY status) t",
        "What is the average order value? "
            + "| SELECT sum(quantity * price) / (SELECT count(*) FROM orders) FROM order_items "
            + "JOIN products USING (product_id)",
        "How many customers have more than 2 orders? "
            + "| SELECT count(*) FROM (SELECT customer_id FROM orders GROUP BY customer_id "
            + "HAVING count(*) > 2)",
      })
  void addsUpEachTableByItself(String question, String gold) {
    List<Reading> readings = shop.reader().read(question, domain, shop.dialect());
    assertThat(readings).isNotEmpty();
    String sql = readings.getFirst().sql();
    assertThat(numbers(shop.rows(sql))).as(sql).isEqualTo(numbers(shop.rows(gold)));
  }

  private static List<String> numbers(List<List<Object>> rows) {
    List<String> texts = new ArrayList<>();
    for (List<Object> row : rows) {
      texts.add(row.stream().map(MetricQuestionsTest::text).toList().toString());
    }
    texts.sort(null);
    return texts;
  }

  private static String text(Object cell) {
    return cell instanceof Number number
        ? "%.6f".formatted(number.doubleValue())
        : String.valueOf(cell);
  }
}
