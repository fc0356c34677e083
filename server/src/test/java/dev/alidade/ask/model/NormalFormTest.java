package dev.alidade.ask.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.alidade.ask.Shop;
import dev.alidade.ask.exchange.PlanReader;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.operation.Json;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalFormTest {
  private static final String PLAN =
      """
      {"kind": "select", "tables": [{"table": "customers", "alias": "c"}], "outputs":
       [{"expression": {"kind": "column", "table": "c", "column": "city"}, "label": "x"}],
       "filter": {"kind": "any_of", "parts": [
         {"kind": "missing", "column": {"table": "c", "column": "city"}},
         {"kind": "missing", "column": {"table": "c", "column": "country"}}]}}""";

  @TempDir private Path folder;
  private Shop shop;

  @BeforeEach
  void open() {
    shop = Shop.in(folder);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void namesLabelsAndTheOrderOfConditionsMakeNoDifference() throws JsonProcessingException {
    String other =
        PLAN.replace("\"c\"", "\"k\"")
            .replace("\"x\"", "\"y\"")
            .replace("\"column\": \"city\"}}", "\"column\": \"CITY\"}}");
    String turned =
        other.replaceFirst("CITY", "country").replaceFirst("\"country\"}}]", "\"city\"}}]");

    assertThat(normal(other)).isEqualTo(normal(PLAN));
    assertThat(normal(turned)).isEqualTo(normal(PLAN));
  }

  @Test
  void tablesColumnsAndNegationsDo() throws JsonProcessingException {
    String plan =
        """
        {"kind": "select", "tables": [{"table": "%s"}],
         "outputs": [{"expression": {"kind": "aggregate", "function": "count"}}]}""";

    assertThat(normal(plan.formatted("orders"))).isNotEqualTo(normal(plan.formatted("products")));
    assertThat(normal(PLAN.replace("\"city\"}, \"label\"", "\"country\"}, \"label\"")))
        .isNotEqualTo(normal(PLAN));
    assertThat(
            normal(
                PLAN.replace(
                    "\"kind\": \"missing\",", "\"kind\": \"missing\", \"negated\": true,")))
        .isNotEqualTo(normal(PLAN));
  }

  private String normal(String plan) throws JsonProcessingException {
    return NormalForm.of(
        new PlanReader(Domain.of(shop.knowledge()))
            .read(Json.mapper().readTree(plan), new Tokenizer().read("cities"))
            .plan()
            .orElseThrow());
  }
}
