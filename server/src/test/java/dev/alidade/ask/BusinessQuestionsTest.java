package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.explain.Paraphraser;
import dev.alidade.ask.plan.Domain;
import dev.alidade.base.ErrorCode;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.SourceTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times against each other, shares, quantities: what a business asks of the sample. */
class BusinessQuestionsTest {
  private static final Path MODEL = Path.of("../examples/shop/semantic.yaml");
  private static final String LINES =
      "order_items i JOIN orders o USING (order_id) JOIN products p USING (product_id) ";

  @TempDir private static Path folder;
  private static Shop shop;
  private static Domain domain;

  @BeforeAll
  static void open() throws IOException {
    shop = Shop.sample(folder);
    SemanticModel model =
        OssieReader.read(
            MODEL.toString(),
            Files.readString(MODEL),
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
        "How many more returns were there in 2025 than in 2024? | SELECT "
            + "count(*) FILTER (WHERE year(returned_on) = 2025) - "
            + "count(*) FILTER (WHERE year(returned_on) = 2024) FROM returns",
        "revenue growth from 2024 to 2025 by brand | SELECT p.brand, "
            + "100.0 * (sum(i.revenue) FILTER (WHERE year(o.ordered_at) = 2025) - "
            + "sum(i.revenue) FILTER (WHERE year(o.ordered_at) = 2024)) "
            + "/ sum(i.revenue) FILTER (WHERE year(o.ordered_at) = 2024) FROM LINES GROUP BY 1",
        "Show units sold by brand for 2024 and 2025 side by side | SELECT p.brand, "
            + "sum(i.quantity) FILTER (WHERE year(o.ordered_at) = 2024), "
            + "sum(i.quantity) FILTER (WHERE year(o.ordered_at) = 2025) FROM LINES GROUP BY 1",
        "What percentage of products has never been sold? | SELECT 100.0 * "
            + "count(*) FILTER (WHERE product_id NOT IN (SELECT product_id FROM order_items)) "
            + "/ count(*) FROM products",
        "number of orders by weekday | SELECT dayname(ordered_at), count(*) FROM orders GROUP BY 1",
        "How many orders were placed on Sundays? | SELECT count(*) FROM orders "
            + "WHERE dayname(ordered_at) = 'Sunday'",
        "How many products weigh more than 3 kg? | SELECT count(*) FROM products WHERE weight > 3000",
        "Which products were not sold in March 2025? | SELECT name FROM products WHERE product_id "
            + "NOT IN (SELECT product_id FROM order_items JOIN orders USING (order_id) "
            + "WHERE ordered_at >= DATE '2025-03-01' AND ordered_at < DATE '2025-04-01')",
        "How many customers ordered in both 2024 and 2025? | SELECT count(*) FROM "
            + "(SELECT customer_id FROM orders WHERE year(ordered_at) = 2024 INTERSECT "
            + "SELECT customer_id FROM orders WHERE year(ordered_at) = 2025)",
        "When did our last store open? | SELECT max(opened_on) FROM stores",
        "What is the most expensive product of each category? | SELECT category, name FROM products "
            + "QUALIFY rank() OVER (PARTITION BY category ORDER BY price DESC) = 1",
      })
  void answersAsTheSqlDoes(String question, String gold) {
    List<Reading> readings = shop.reader().read(question, domain, shop.dialect());
    assertThat(readings).isNotEmpty();
    String sql = readings.getFirst().sql();
    assertThat(texts(sql)).as(sql).isEqualTo(texts(gold.replace("LINES", LINES)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "revenue growth from 2024 to 2025 by brand | percent change in revenue from 2024 to 2025",
        "How many more returns were there in 2025 than in 2024? "
            + "| change in number of returns from 2024 to 2025",
        "What percentage of 2025 revenue came from the app? "
            + "| percentage of revenue where order channel is \"app\"",
      })
  void saysWhatIsSetAgainstWhat(String question, String words) {
    List<Reading> readings = shop.reader().read(question, domain, shop.dialect());
    assertThat(Paraphraser.sentence(readings.getFirst().candidate().plan())).contains(words);
  }

  private static List<String> texts(String sql) {
    return shop.rows(sql).stream()
        .map(row -> row.stream().map(BusinessQuestionsTest::text).toList().toString())
        .sorted()
        .toList();
  }

  private static String text(Object cell) {
    return cell instanceof Number number
        ? "%.6f".formatted(number.doubleValue())
        : String.valueOf(cell);
  }
}
