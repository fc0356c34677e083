package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.plan.Domain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everyday questions about a little shop, with the SQL that answers each. */
class ShopQuestionsTest {
  @TempDir private static Path folder;
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.in(folder);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many customers are there? | SELECT count(*) FROM customers",
        "What are the names of all customers? | SELECT customer_name FROM customers",
        "List the names of products in the category camping. "
            + "| SELECT product_name FROM products WHERE category = 'camping'",
        "How many orders are there for each status? "
            + "| SELECT count(*), status FROM orders GROUP BY status",
        "What is the average price of products? | SELECT avg(price) FROM products",
        "What is the name of the product with the highest price? "
            + "| SELECT product_name FROM products ORDER BY price DESC LIMIT 1",
        "Find the names of products with price above 100. "
            + "| SELECT product_name FROM products WHERE price > 100",
        "What are the names of customers in London? "
            + "| SELECT customer_name FROM customers WHERE city = 'London'",
        "What are the names of customers who do not have any orders? "
            + "| SELECT customer_name FROM customers WHERE customer_id NOT IN (SELECT customer_id FROM orders)",
        "What are the names of customers who have more than 2 orders? "
            + "| SELECT customer_name FROM customers WHERE customer_id IN "
            + "(SELECT customer_id FROM orders GROUP BY customer_id HAVING count(*) > 2)",
        "List the names of products sorted by price in descending order. "
            + "| SELECT product_name FROM products ORDER BY price DESC",
        "What are the names of products with price above the average price? "
            + "| SELECT product_name FROM products WHERE price > (SELECT avg(price) FROM products)",
      })
  void answersEverydayQuestions(String question, String gold) {
    List<Reading> readings =
        shop.reader().read(question, Domain.of(shop.knowledge()), shop.dialect());
    assertThat(readings).isNotEmpty();
    String sql = readings.getFirst().sql();
    assertThat(sorted(shop.rows(sql), gold)).as(sql).isEqualTo(sorted(shop.rows(gold), gold));
  }

  private static List<String> sorted(List<List<Object>> rows, String gold) {
    List<String> texts = new ArrayList<>(rows.stream().map(ShopQuestionsTest::cells).toList());
    if (!gold.contains("ORDER BY")) {
      texts.sort(null);
    }
    return texts;
  }

  /** Columns in any order: which comes first is not what this test is about. */
  private static String cells(List<Object> row) {
    return row.stream().map(String::valueOf).sorted().toList().toString();
  }
}
