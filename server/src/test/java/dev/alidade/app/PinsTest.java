package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration pins, in the whole product. */
@Timeout(60)
class PinsTest {
  private static final String CONFIGURATION =
      """
      sources:
        - { name: shop, engine: sqlite, path: shop.sqlite }
      roles:
        - { name: analyst, sources: [shop], tables: [main.orders] }
      callers:
        - { name: wendy, roles: [analyst], attributes: { region: west }, api-key: wendys-own-key }
        - { name: walt, roles: [analyst], attributes: { region: west }, api-key: walts-own-key }
        - { name: enid, roles: [analyst], attributes: { region: east }, api-key: enids-own-key }
        - { name: ada, roles: [admin], api-key: adas-own-key }
      policies:
        - { source: shop, table: main.orders, roles: [analyst], rows: "region = {caller.region}" }
      cache:
        pins:
          - name: regional
            source: shop
            caller: wendy
            every-seconds: 1
            sql: SELECT sum(total) AS total FROM orders
          - { name: hidden, source: shop, caller: wendy, sql: SELECT salary FROM staff }
      """;

  @TempDir Path folder;

  @Test
  void itIsReadAfterTheStartAndShownToWhoAdministers() throws Exception {
    write(
        "CREATE TABLE orders (region TEXT, total INTEGER)",
        "INSERT INTO orders VALUES ('west', 3), ('west', 4), ('east', 9)",
        "CREATE TABLE staff (salary INTEGER)",
        "INSERT INTO staff VALUES (123456)");
    try (McpHouse house = new McpHouse(folder, CONFIGURATION)) {
      house.product.pin();
      await().until(() -> pin(house, 0).path("kept").asBoolean());
      assertThat(pin(house, 0).path("rows").asInt()).isEqualTo(1);
      assertThat(explained(house, "walts-own-key"))
          .containsOnlyOnce("hit")
          .contains("It is pinned as `regional`");
      assertThat(explained(house, "enids-own-key")).contains("miss").doesNotContain("pinned");
      assertThat(total(house, "walts-own-key")).isEqualTo(7);
      assertThat(total(house, "enids-own-key")).isEqualTo(9);

      write("UPDATE orders SET total = total + 1");
      await().until(() -> explained(house, "walts-own-key").contains("hit"));
      assertThat(total(house, "walts-own-key")).isEqualTo(9);

      await().until(() -> pin(house, 1).has("last_failure"));
      assertThat(pin(house, 1).path("kept").asBoolean()).isFalse();
      assertThat(pin(house, 1).at("/last_failure/code").asText()).startsWith("TABLE_");
      assertThat(pin(house, 1).toString()).doesNotContain("123456");
      assertThat(house.rest("walts-own-key", "cache_stats", "{}").has("pins")).isFalse();
    }
  }

  private static JsonNode pin(McpHouse house, int index) throws Exception {
    return house.rest("adas-own-key", "cache_stats", "{`source`:`shop`}").path("pins").path(index);
  }

  private static String explained(McpHouse house, String key) throws Exception {
    return house
        .rest(
            key,
            "explain_cache",
            "{`source`:`shop`,`sql`:`SELECT sum(total) AS total FROM orders`}")
        .toString();
  }

  private static int total(McpHouse house, String key) throws Exception {
    return house
        .rest(key, "query", "{`source`:`shop`,`sql`:`SELECT sum(total) AS total FROM orders`}")
        .at("/rows/0/0")
        .asInt();
  }

  private void write(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.sqlite"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
