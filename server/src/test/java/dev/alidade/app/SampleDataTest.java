package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the sample data promises, asked of the data itself. */
class SampleDataTest {
  private static final List<String> TABLES =
      List.of("stores", "products", "customers", "orders", "order_items", "returns");

  @TempDir static Path folder;
  private static Connection shop;

  @BeforeAll
  static void make() throws SQLException {
    shop = open(SampleData.shopFile(folder));
  }

  @AfterAll
  static void close() throws SQLException {
    shop.close();
  }

  @Test
  void hasTheSizeOfASmallRetailer() throws SQLException {
    assertThat(number("SELECT count(*) FROM order_items")).isBetween(195_000.0, 215_000.0);
    assertThat(number("SELECT count(*) FROM orders")).isBetween(80_000.0, 95_000.0);
    assertThat(number("SELECT count(*) FROM customers")).isEqualTo(12_000);
    assertThat(number("SELECT count(*) FROM stores")).isEqualTo(25);
    assertThat(number("SELECT count(*) FROM products")).isBetween(200.0, 260.0);
    assertThat(number("SELECT count(*) FROM returns")).isBetween(8_000.0, 12_000.0);
    assertThat(number("SELECT count(DISTINCT ordered_at::DATE) FROM orders")).isEqualTo(731);
  }

  @Test
  void figuresArePlausible() throws SQLException {
    assertThat(number("SELECT sum(revenue) FROM order_items")).isBetween(25e6, 32e6);
    assertThat(
            number(
                "SELECT 1 - sum(quantity * cost) / sum(revenue) FROM order_items"
                    + " JOIN products USING (product_id)"))
        .isBetween(0.35, 0.5);
    assertThat(number("SELECT min(revenue) FROM order_items")).isPositive();
    assertThat(number("SELECT avg(quantity) FROM order_items")).isBetween(1.0, 1.5);
    assertThat(number("SELECT count(*) FILTER (email IS NULL) / count(*) FROM customers"))
        .isBetween(0.02, 0.04);
    assertThat(number("SELECT count(*) FROM customers WHERE birth_date = '1900-01-01'"))
        .isEqualTo(12);
  }

  @Test
  void isTheSameEveryTime(@TempDir Path elsewhere) throws SQLException {
    try (Connection again = open(SampleData.shopFile(elsewhere))) {
      for (String table : TABLES) {
        assertThat(checksum(again, table)).as(table).isEqualTo(checksum(shop, table));
      }
    }
  }

  @Test
  void isMadeOnceAndLeavesNothingElse() throws IOException {
    Path file = SampleData.shopFile(folder);
    long made = Files.getLastModifiedTime(file).toMillis();

    assertThat(SampleData.shopFile(folder)).isEqualTo(file);
    assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(made);
    try (Stream<Path> files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void whatAnEndedProcessLeftIsRemoved(@TempDir Path state) throws IOException {
    Path old = Files.createDirectories(state.resolve("samples/making-old"));
    Files.writeString(old.resolve("shop.duckdb"), "half");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path recent = Files.createDirectories(state.resolve("samples/making-recent"));

    SampleData.shopFile(state);

    assertThat(old).doesNotExist();
    assertThat(recent).exists();
  }

  @Test
  void everyReferenceHolds() throws SQLException {
    assertThat(
            number(
                "SELECT count(*) FROM duckdb_constraints() WHERE constraint_type = 'PRIMARY KEY'"))
        .isEqualTo(6);
    assertThat(
            number(
                "SELECT count(*) FROM duckdb_constraints() WHERE constraint_type = 'FOREIGN KEY'"))
        .isEqualTo(5);
    assertThat(number("SELECT count(*) FROM orders ANTI JOIN customers USING (customer_id)"))
        .isZero();
    assertThat(number("SELECT count(*) FROM orders ANTI JOIN order_items USING (order_id)"))
        .isZero();
    assertThat(
            number(
                "SELECT count(*) FROM orders JOIN stores USING (store_id) WHERE ordered_at < opened_on"))
        .isZero();
    assertThat(
            number(
                "SELECT count(*) FROM order_items JOIN orders USING (order_id)"
                    + " JOIN products USING (product_id) WHERE ordered_at < launched_on"))
        .isZero();
    assertThat(
            number(
                "SELECT count(*) FROM returns JOIN order_items USING (order_item_id)"
                    + " JOIN orders USING (order_id) WHERE returned_on <= ordered_at"
                    + " OR returns.quantity > order_items.quantity OR refund > revenue"))
        .isZero();
    assertThat(
            number(
                "SELECT count(*) FROM orders JOIN customers USING (customer_id) WHERE ordered_at < joined_on"))
        .isZero();
  }

  @Test
  void everyTableSaysWhatItIs() throws SQLException {
    assertThat(number("SELECT count(*) FROM duckdb_tables() WHERE comment IS NOT NULL"))
        .isEqualTo(6);
    assertThat(number("SELECT count(*) FROM duckdb_columns() WHERE comment IS NOT NULL"))
        .isGreaterThan(20);
  }

  @Test
  void seasonsShow() throws SQLException {
    String share =
        """
        SELECT (SELECT sum(quantity) FROM sold WHERE month IN (%s)) / (SELECT sum(quantity) FROM sold)
        FROM (SELECT 1)
        """;
    assertThat(number(sold("Winter sports") + share.formatted("11, 12, 1, 2"))).isGreaterThan(0.7);
    assertThat(number(sold("Water sports") + share.formatted("5, 6, 7, 8"))).isGreaterThan(0.65);
    assertThat(
            number(
                "SELECT count(*) FILTER (isodow(ordered_at) = 6) / count(*) FILTER (isodow(ordered_at) = 2) FROM orders"))
        .isBetween(1.6, 2.2);
  }

  @Test
  void plantedAnomaliesShow() throws SQLException {
    assertThat(
            number(
                "SELECT count(*) FILTER (ordered_at::DATE = '2025-11-28')"
                    + " / count(*) FILTER (ordered_at::DATE = '2025-11-21') FROM orders"))
        .as("Black Friday")
        .isGreaterThan(2.3);
    assertThat(
            number(
                "SELECT count(*) FROM orders JOIN stores USING (store_id) WHERE stores.region ="
                    + " 'Northeast' AND ordered_at::DATE BETWEEN '2025-03-10' AND '2025-03-16'"))
        .as("snowstorm")
        .isZero();
    assertThat(
            number(
                "SELECT count(*) FROM orders WHERE channel <> 'store' AND ordered_at::DATE = '2025-06-14'"))
        .as("web shop down")
        .isZero();
    assertThat(
            number(
                "SELECT max(unit_price) FROM order_items JOIN orders USING (order_id) JOIN products USING"
                    + " (product_id) WHERE name = 'Norrvik Aurora 2-Person Tent' AND ordered_at::DATE = '2024-08-21'"))
        .as("wrong price")
        .isLessThan(40);
    assertThat(
            number(
                "SELECT count(return_id) / count(*) FROM order_items JOIN orders USING (order_id) JOIN products"
                    + " USING (product_id) LEFT JOIN returns USING (order_item_id) WHERE name = 'Ridgeback Trail"
                    + " Hiking Boots' AND ordered_at BETWEEN '2025-07-01' AND '2025-08-31'"))
        .as("bad batch")
        .isBetween(0.25, 0.45);
    assertThat(
            number(
                "SELECT count(*) FROM order_items JOIN orders USING (order_id) JOIN products USING (product_id)"
                    + " WHERE name LIKE '%Stove%' AND ordered_at BETWEEN '2025-02-01' AND '2025-03-01'"))
        .as("no stoves")
        .isZero();
    assertThat(
            number(
                "SELECT count(*) FROM order_items JOIN orders USING (order_id)"
                    + " WHERE customer_id = 4242 AND quantity >= 30"))
        .as("reseller")
        .isEqualTo(13);
  }

  private static String sold(String category) {
    return """
        WITH sold AS (
          SELECT quantity, month(ordered_at) AS month FROM order_items
          JOIN orders USING (order_id) JOIN products USING (product_id) WHERE category = '%s')
        """
        .formatted(category);
  }

  private static Connection open(Path file) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("duckdb.read_only", "true");
    return DriverManager.getConnection("jdbc:duckdb:" + file, properties);
  }

  private static double number(String sql) throws SQLException {
    try (Statement statement = shop.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getDouble(1);
    }
  }

  private static String checksum(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "SELECT md5(string_agg(t::VARCHAR, chr(10) ORDER BY rowid)) FROM %s AS t"
                    .formatted(table))) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }
}
