package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.operation.Invocation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people ask in the first minute, of the sample that comes with the product. */
class EverydayQuestionsTest {
  private static final String LINES =
      "order_items i JOIN products p ON i.product_id = p.product_id ";

  @TempDir private static Path folder;
  private static Shop shop;
  private static AskService service;

  @BeforeAll
  static void open() {
    shop = Shop.sample(folder);
    service = shop.service();
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "top 5 products by revenue | SELECT p.name, sum(i.revenue) FROM LINES"
            + "GROUP BY p.product_id, p.name ORDER BY 2 DESC LIMIT 5",
        "What are the top 5 products by revenue? | SELECT p.name, sum(i.revenue) FROM LINES"
            + "GROUP BY p.product_id, p.name ORDER BY 2 DESC LIMIT 5",
        "best 3 stores by revenue | SELECT s.name, sum(i.revenue) FROM order_items i JOIN orders o "
            + "ON i.order_id = o.order_id JOIN stores s ON o.store_id = s.store_id "
            + "GROUP BY s.store_id, s.name ORDER BY 2 DESC LIMIT 3",
        "top 3 categories by revenue | SELECT p.category, sum(i.revenue) FROM LINES"
            + "GROUP BY p.category ORDER BY 2 DESC LIMIT 3",
        "Which category has the highest total revenue? | SELECT p.category FROM LINES"
            + "GROUP BY p.category ORDER BY sum(i.revenue) DESC LIMIT 1",
        "top 5 products by price | SELECT name FROM products ORDER BY price DESC LIMIT 5",
        "top 5 stores by number of orders | SELECT s.name, count(*) FROM orders o "
            + "JOIN stores s ON o.store_id = s.store_id GROUP BY s.store_id, s.name "
            + "ORDER BY 2 DESC LIMIT 5",
        "What is the total revenue of each product? | SELECT p.name, sum(i.revenue) FROM LINES"
            + "GROUP BY p.product_id, p.name",
        "total revenue for each product | SELECT p.name, sum(i.revenue) FROM LINES"
            + "GROUP BY p.product_id, p.name",
        "total revenue per product | SELECT p.name, sum(i.revenue) FROM LINES"
            + "GROUP BY p.product_id, p.name",
        "total revenue by category | SELECT p.category, sum(i.revenue) FROM LINES"
            + "GROUP BY p.category",
        "revenue by category | SELECT p.category, sum(i.revenue) FROM LINES GROUP BY p.category",
        "average price by brand | SELECT brand, avg(price) FROM products GROUP BY brand",
        "number of orders by status | SELECT status, count(*) FROM orders GROUP BY status",
        "orders by status | SELECT status, count(*) FROM orders GROUP BY status",
        "number of orders per status | SELECT status, count(*) FROM orders GROUP BY status",
        "number of returns by reason | SELECT reason, count(*) FROM returns GROUP BY reason",
        "How many customers are there in each region? "
            + "| SELECT region, count(*) FROM customers GROUP BY region",
        "How many products are there in each category? "
            + "| SELECT category, count(*) FROM products GROUP BY category",
        "orders per month in 2025 | SELECT CAST(date_trunc('month', ordered_at) AS DATE), count(*) FROM orders "
            + "WHERE year(ordered_at) = 2025 GROUP BY 1",
        "number of orders per month | SELECT CAST(date_trunc('month', ordered_at) AS DATE), count(*) FROM orders "
            + "GROUP BY 1",
        "total revenue per month | SELECT CAST(date_trunc('month', ordered_at) AS DATE), sum(revenue) "
            + "FROM order_items i JOIN orders o ON i.order_id = o.order_id GROUP BY 1",
        "top 5 products by revenue in 2025 | SELECT p.name, sum(i.revenue) FROM LINES"
            + "JOIN orders o ON i.order_id = o.order_id WHERE year(o.ordered_at) = 2025 "
            + "GROUP BY p.product_id, p.name ORDER BY 2 DESC LIMIT 5",
        "How many customers are there? | SELECT count(*) FROM customers",
        "What is the total revenue? | SELECT sum(revenue) FROM order_items",
      })
  void answers(String question, String gold) {
    AskOutput answer = ask(question);
    String told = answer.explanation() + " " + answer.options() + answer.sql();
    assertThat(answer.status()).as(told).isEqualTo(AskStatus.ANSWERED);
    List<List<Object>> right = shop.rows(gold.replace("LINES", LINES));
    List<List<Object>> rows = answer.rows();
    boolean ordered = gold.contains("ORDER BY");
    assertThat(texts(rows, ordered)).as(told).isEqualTo(texts(right, ordered));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What is the total revenue of each product?",
        "total revenue of each galaxy",
        "total shipping fee by category",
        "top 5 products by shipping fee",
        "total revenue per galaxy",
        "total revenue by galaxy",
        "total revenue for every store",
        "total revenue by customer",
        "average price of each reason",
      })
  void neverDropsAGroupingSilently(String question) {
    AskOutput answer = ask(question);
    boolean grouped = answer.sql().filter(sql -> sql.contains("GROUP BY")).isPresent();
    assertThat(answer.status() != AskStatus.ANSWERED || grouped).as("%s", answer.sql()).isTrue();
  }

  @Test
  void answersTheReadingThatWasChosen() {
    AskOutput asked = ask("revenue by region");
    assertThat(asked.status()).isEqualTo(AskStatus.CLARIFY);
    for (AskOption option : asked.options().orElseThrow()) {
      AskOutput first = ask("revenue by region");
      AskOutput answer =
          service.ask(
              AskInput.of(option.question()).in(first.conversation()), Invocation.of(Caller.LOCAL));
      assertThat(answer.status()).isEqualTo(AskStatus.ANSWERED);
      assertThat(answer.rows())
          .containsExactlyInAnyOrderElementsOf(shop.rows(option.sql().orElseThrow()));
      assertThat(answer.trust().reasons())
          .anyMatch(reason -> reason.startsWith("You chose option"));
    }
  }

  @Test
  void suggestsQuestionsOfManyShapes() {
    List<String> suggested =
        service.suggestions().suggest(Caller.LOCAL, Optional.of("shop")).suggestions().stream()
            .map(SuggestOutput.Suggestion::question)
            .toList();
    assertThat(suggested).hasSize(6).anyMatch(question -> question.startsWith("Top 5 "));
    assertThat(suggested).anyMatch(question -> question.endsWith(" per month"));
    assertThat(suggested)
        .noneMatch(question -> question.matches("(?i).*(tude|phone|postal| id\\b).*"));
    for (String question : suggested) {
      assertThat(ask(question).status()).as(question).isEqualTo(AskStatus.ANSWERED);
    }
  }

  private static AskOutput ask(String question) {
    return service.ask(AskInput.of(question), Invocation.of(Caller.LOCAL));
  }

  private static List<String> texts(List<List<Object>> rows, boolean ordered) {
    List<String> texts =
        rows.stream()
            .map(row -> row.stream().map(EverydayQuestionsTest::text).toList().toString())
            .toList();
    return ordered ? texts : texts.stream().sorted().toList();
  }

  private static String text(Object cell) {
    return cell instanceof Double number
        ? BigDecimal.valueOf(number).setScale(6, java.math.RoundingMode.HALF_UP).toString()
        : String.valueOf(cell);
  }
}
