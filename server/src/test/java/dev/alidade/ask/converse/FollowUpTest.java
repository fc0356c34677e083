package dev.alidade.ask.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.Shop;
import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.SelectPlan;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What follow-ups make of a plan, and what is no follow-up. */
class FollowUpTest {
  @TempDir private static Path folder;
  private static Shop shop;
  private static SourceMap map;

  @BeforeAll
  static void open() {
    shop = Shop.sample(folder);
    map = new SourceMap(Domain.of(shop.knowledge()), Shop.CLOCK);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "How many orders are there? | by status "
            + "| SELECT status, count(*) FROM orders GROUP BY status ORDER BY 2 DESC",
        "How many orders are there? | only the web channel "
            + "| SELECT count(*) FROM orders WHERE channel = 'web'",
        "How many orders are there? | in 2024 "
            + "| SELECT count(*) FROM orders WHERE year(ordered_at) = 2024",
        "How many orders are there? | without cancelled ones "
            + "| SELECT count(*) FROM orders WHERE status <> 'cancelled'",
        "How many orders are there? | by category "
            + "| SELECT category, count(DISTINCT order_id) FROM orders JOIN order_items USING "
            + "(order_id) JOIN products USING (product_id) GROUP BY category ORDER BY 2 DESC",
        "How many customers are in Seattle? | what about Portland? "
            + "| SELECT count(*) FROM customers WHERE city = 'Portland'",
        "How many customers are in Seattle? | and Portland too "
            + "| SELECT count(*) FROM customers WHERE city IN ('Seattle', 'Portland')",
        "How many customers are in Seattle? | remove the filter on city "
            + "| SELECT count(*) FROM customers",
        "List the names of products in the category Footwear | sort by price "
            + "| SELECT name FROM products WHERE category = 'Footwear' ORDER BY price",
        "List the names of products in the category Footwear | with price above 100 "
            + "| SELECT name FROM products WHERE category = 'Footwear' AND price > 100",
        "List the names of products in the category Footwear | show their brand too "
            + "| SELECT name, brand FROM products WHERE category = 'Footwear'",
        "List the names of products in the category Footwear | how many? "
            + "| SELECT count(*) FROM products WHERE category = 'Footwear'",
        "List the names of products in the category Footwear | the average price instead "
            + "| SELECT avg(price) FROM products WHERE category = 'Footwear'",
        "Number of products by brand | top 2 "
            + "| SELECT brand, count(*) FROM products GROUP BY brand ORDER BY count(*) DESC LIMIT 2",
        "Number of products by brand | over 20 "
            + "| SELECT brand, count(*) FROM products GROUP BY brand HAVING count(*) > 20 ORDER BY 2 DESC, 1",
        "Number of products by brand | and by category "
            + "| SELECT brand, category, count(*) FROM products GROUP BY brand, category ORDER BY 3 DESC, 1, 2",
        "Number of orders per month | by quarter "
            + "| SELECT date_trunc('quarter', ordered_at)::DATE, count(*) FROM orders GROUP BY 1",
      })
  void changesTheLastPlan(String question, String followUp, String gold) {
    SelectPlan plan = plan(question);
    FollowUp read = new FollowUpReader(map).read(followUp, plan);
    assertThat(read.unexplained()).isEmpty();
    assertThat(read.readings()).hasSize(1);
    String sql = new PlanCompiler(shop.dialect()).compile(read.readings().getFirst().plan());
    assertThat(rows(sql)).as(sql).isEqualTo(rows(gold));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many customers are there?",
        "How many products does each brand have?",
        "And how many stores are there?",
        "List the names of the stores in the West region",
        "What is the average price of products?",
        "Show orders by status",
        "How many orders were there in 2024?",
        "total revenue by category",
        "number of orders by channel",
      })
  void neverTakesACompleteQuestionForAChange(String question) {
    FollowUp read = new FollowUpReader(map).read(question, plan("How many orders are there?"));
    assertThat(read.kind()).isEqualTo(FollowUp.Kind.COMPLETE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "by region",
        "top 5",
        "in 2024",
        "web",
        "and by month",
        "as a line chart",
        "sort by status",
        "in descending order",
        "how many?",
        "monthly",
      })
  void takesWhatNamesNothingForAChange(String text) {
    FollowUp read = new FollowUpReader(map).read(text, plan("How many orders are there?"));
    assertThat(read.kind()).isEqualTo(FollowUp.Kind.ELLIPTIC);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what about the web?",
        "only 2025",
        "how many of them are cancelled?",
        "show their emails too",
        "those customers' orders",
        "how many orders do they have?",
        "the average instead",
        "same for 2024",
      })
  void seesWhatPointsBack(String text) {
    FollowUp read = new FollowUpReader(map).read(text, plan("How many orders are there?"));
    assertThat(read.kind()).isEqualTo(FollowUp.Kind.REFERRING);
  }

  @Test
  void asksWhichOfTwoColumnsThatAreAsNear() {
    FollowUp read = new FollowUpReader(map).read("by region", plan("How many orders are there?"));
    assertThat(read.readings()).hasSize(2);
  }

  @Test
  void namesTheWordsThatItDoesNotKnow() {
    FollowUp read =
        new FollowUpReader(map).read("only purple ones", plan("How many orders are there?"));
    assertThat(read.unexplained()).containsExactly("purple");
    assertThat(read.isWhole()).isFalse();
  }

  private static SelectPlan plan(String question) {
    return (SelectPlan)
        shop.reader()
            .read(question, Domain.of(shop.knowledge()), shop.dialect())
            .getFirst()
            .candidate()
            .plan();
  }

  private static List<String> rows(String sql) {
    var rows = shop.rows(sql).stream().map(row -> row.stream().map(String::valueOf).toList());
    boolean ordered = sql.contains("ORDER BY") && !sql.contains("date_trunc");
    return (ordered ? rows : rows.sorted((a, b) -> a.toString().compareTo(b.toString())))
        .map(row -> row.toString().replaceAll("(?<=[.]\\d{6})\\d+", ""))
        .toList();
  }
}
