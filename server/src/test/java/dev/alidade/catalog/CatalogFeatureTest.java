package dev.alidade.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.engine.sqlite.SqliteEngineFactory;
import dev.alidade.engine.sqlite.SqliteFile;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.operation.Resource;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFeatureTest {
  @TempDir private Path folder;
  private Sources sources;
  private QueryService queries;
  private CatalogFeature feature;
  private OperationRegistry registry;

  @BeforeEach
  void openShop() {
    SqliteFile.create(
        folder.resolve("shop.sqlite"),
        List.of(
            "CREATE TABLE customers (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL, city TEXT)",
            "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customers, note TEXT)",
            "CREATE VIEW big_orders AS SELECT * FROM orders",
            "INSERT INTO customers VALUES (1, 'Ada', 'Bern'), (2, 'Grace', 'New York')",
            "INSERT INTO orders VALUES (7, 1, NULL)"));
    sources =
        new Sources(
            List.of(definition("shop", "shop.sqlite"), definition("gone", "gone.sqlite")),
            List.of(new SqliteEngineFactory()));
    queries = new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC());
    feature = new CatalogFeature(new CatalogService(sources, queries, Clock.systemUTC()));
    registry = new OperationRegistry(feature.operations());
  }

  @AfterEach
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void aSourceThatIsDownIsListedWithItsReason() throws IOException {
    JsonNode listed = call("list_sources", "{}").get("sources");
    assertThat(listed).hasSize(2);
    assertThat(listed.get(0).toString())
        .isEqualTo(
            "{\"name\":\"shop\",\"engine\":\"sqlite\",\"status\":\"available\",\"tables\":3}");
    assertThat(listed.get(1).get("status").asText()).isEqualTo("unavailable");
    assertThat(listed.get(1).get("error").asText()).contains("no file");
  }

  @Test
  void everyTableOfASourceThatAnswersIsAResource() {
    Invocation invocation = Invocation.of(Caller.LOCAL);
    assertThat(feature.resources().list(invocation))
        .extracting(Resource::uri)
        .containsExactlyInAnyOrder(
            "alidade://shop/customers", "alidade://shop/orders", "alidade://shop/big_orders");
    assertThat(feature.resources().read("alidade://shop/orders", invocation).text())
        .contains("\"name\":\"customer_id\"");
    assertThat(
            catchThrowableOfType(
                    AlidadeException.class,
                    () -> feature.resources().read("alidade://shop/order", invocation))
                .code())
        .isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    assertThat(
            catchThrowableOfType(
                    AlidadeException.class,
                    () -> feature.resources().read("alidade://shop/%zz", invocation))
                .code())
        .isEqualTo(ErrorCode.RESOURCE_NOT_FOUND);
  }

  @Test
  void aTableIsProfiled() throws IOException {
    JsonNode profile = call("profile_table", "{\"source\": \"shop\", \"table\": \"customers\"}");
    assertThat(Instant.parse(profile.get("read_at").asText())).isBefore(Instant.now());
    assertThat(profile.get("columns").findValuesAsText("name"))
        .containsExactly("id", "name", "city");
    assertThat(profile.get("columns").get(0).toString())
        .isEqualTo(
            "{\"name\":\"id\",\"rows\":2,\"nulls\":0,\"distinct\":2,\"minimum\":\"1\",\"maximum\":\"2\",\"examples\":[\"1\",\"2\"]}");
    JsonNode orders = call("profile_table", "{\"source\": \"shop\", \"table\": \"orders\"}");
    assertThat(orders.get("columns").get(2).get("nulls").asLong()).isEqualTo(1);
    assertThat(call("list_sources", "{}").get("sources").get(0).has("read_at")).isTrue();
  }

  @Test
  void aTableIsDescribedWithColumnsAndKeys() throws IOException {
    JsonNode described = call("describe_source", "{\"source\": \"shop\", \"table\": \"ORDERS\"}");
    assertThat(described.get("engine").asText()).isEqualTo("sqlite");
    JsonNode table = described.get("tables").get(0);
    assertThat(table.get("name").asText()).isEqualTo("orders");
    assertThat(table.get("kind").asText()).isEqualTo("table");
    assertThat(table.get("rows").asLong()).isEqualTo(1);
    assertThat(table.get("primary_key").toString()).isEqualTo("[\"id\"]");
    assertThat(table.get("foreign_keys").toString())
        .isEqualTo(
            "[{\"columns\":[\"customer_id\"],\"references_table\":\"customers\","
                + "\"references_columns\":[\"id\"],\"inferred\":false}]");
    assertThat(table.get("columns").get(1).toString())
        .isEqualTo(
            "{\"name\":\"customer_id\",\"type\":\"integer\",\"engine_type\":\"INTEGER\","
                + "\"nullable\":true,\"primary_key\":false,\"examples\":[\"1\"]}");
  }

  @Test
  void theWholeSourceIsDescribed() throws IOException {
    JsonNode tables = call("describe_source", "{\"source\": \"shop\"}").get("tables");
    assertThat(tables.findValuesAsText("kind")).containsExactly("table", "table", "view");
  }

  @Test
  void anUnknownTableIsCorrected() {
    AlidadeException failure =
        failure("describe_source", "{\"source\": \"shop\", \"table\": \"ordrs\"}");
    assertThat(failure.code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    assertThat(failure).hasMessageContaining("did you mean `orders`");
    assertThat(failure("describe_source", "{\"source\": \"shp\"}").code())
        .isEqualTo(ErrorCode.SOURCE_NOT_FOUND);
  }

  @Test
  void searchFindsTablesColumnsAndValuesAndSkipsWhatIsDown() throws IOException {
    JsonNode values = call("search_catalog", "{\"query\": \"new york\"}").get("matches");
    assertThat(values.get(0).toString())
        .isEqualTo(
            "{\"source\":\"shop\",\"table\":\"customers\",\"column\":\"city\",\"kind\":\"value\","
                + "\"text\":\"New York\",\"score\":1.0}");
    JsonNode names = call("search_catalog", "{\"query\": \"customer\"}").get("matches");
    assertThat(names.get(0).get("kind").asText()).isEqualTo("table");
    assertThat(names.findValuesAsText("text")).contains("customer_id");
    assertThat(call("search_catalog", "{\"query\": \"customer\", \"limit\": 1}").get("matches"))
        .hasSize(1);
    assertThat(failure("search_catalog", "{\"query\": \"x\", \"limit\": 0}").code())
        .isEqualTo(ErrorCode.INVALID_INPUT);
    assertThat(failure("search_catalog", "{\"query\": \"x\", \"source\": \"gone\"}").code())
        .isEqualTo(ErrorCode.FILE_NOT_FOUND);
  }

  private JsonNode call(String operation, String input) throws IOException {
    Record output =
        registry.call(operation, Json.mapper().readTree(input), Invocation.of(Caller.LOCAL));
    return Json.mapper().valueToTree(output);
  }

  private AlidadeException failure(String operation, String input) {
    return catchThrowableOfType(AlidadeException.class, () -> call(operation, input));
  }

  private SourceDefinition definition(String name, String file) {
    return new SourceDefinition(name, "sqlite", Map.of("path", folder.resolve(file).toString()));
  }
}
