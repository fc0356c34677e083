package dev.alidade.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.SourceTables;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SemanticFeatureTest {
  private static final Caller CHIEF = SemanticHouse.CHIEF;
  private static final String MODEL =
      """
      # The chief's model
      version: 0.1.1
      semantic_model:
        - name: crm
          datasets:
            - name: customers
              source: customers
              primary_key: [customer_id]
              fields:
                - { name: tier, expression: tier, custom_extensions: [{ vendor_name: ALIDADE, data: '{"values": {"g": ["gold"]}}' }] }
            - { name: orders, source: orders, primary_key: [order_id] }
          metrics:
            - { name: revenue, expression: SUM(orders.total_usd) }
            - { name: order_count, expression: COUNT(orders.order_id) }
            - { name: golden, expression: "COUNT(customers.customer_id) FILTER (WHERE customers.tier = 'g')" }
      """;
  private static final String WAGES =
      MODEL
          + "      - { name: wages, expression: SUM(pay.salary) }\n"
          + "    custom_extensions: [{ vendor_name: ALIDADE, data: '{\"verified_questions\": [{\"question\": \"Wages?\", \"sql\": \"SELECT sum(salary) FROM payroll\"}]}' }]\n";

  @TempDir private Path folder;
  private SemanticHouse house;

  @BeforeEach
  void open() {
    house = new SemanticHouse(folder, Map.of());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aModelHoldsFromTheMomentThatItIsSaved() {
    assertThat(house.meanings().of(CHIEF, "crm")).isEqualTo(SemanticModel.NONE);
    assertThat(get(CHIEF).get("text").asText()).isEmpty();

    JsonNode saved = save(MODEL);

    assertThat(saved.get("saved").asBoolean()).isTrue();
    assertThat(saved.get("version").asInt()).isEqualTo(1);
    assertThat(house.meanings().of(CHIEF, "crm").metrics()).hasSize(3);
    assertThat(get(CHIEF).get("text").asText()).isEqualTo(MODEL);
    assertThat(house.failure(CHIEF, "save_semantic_model", saving(MODEL)))
        .hasMessageContaining("nothing would change");
  }

  @Test
  void aPreviewSaysWhatWouldChangeAndChangesNothing() {
    save(MODEL);
    String changed =
        MODEL
            .replace("SUM(orders.total_usd)", "SUM(orders.total_usd) FILTER (WHERE orders.paid)")
            .replace("order_count", "order_number");

    JsonNode preview =
        house.call(
            CHIEF.through("mcp"),
            "save_semantic_model",
            Map.of("source", "crm", "text", changed, "preview", true));

    assertThat(preview.get("saved").asBoolean()).isFalse();
    assertThat(preview.get("changes").findValuesAsText("name"))
        .containsExactly("revenue", "order_number", "order_count");
    assertThat(preview.get("changes").findValuesAsText("change"))
        .containsExactly("changed", "added", "removed");
    assertThat(preview.at("/changes/0/before").asText()).contains("SUM(orders.total_usd)\n");
    assertThat(preview.at("/changes/0/after").asText()).contains("WHERE orders.paid = TRUE");
    assertThat(get(CHIEF).get("version").asInt()).isEqualTo(1);
    assertThat(house.failure(CHIEF.through("mcp"), "save_semantic_model", saving(changed)).code())
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
  }

  @Test
  void everyChangeHasItsHistory() {
    save(MODEL);
    house.later();
    house.call(
        CHIEF,
        "save_semantic_model",
        Map.of(
            "source",
            "crm",
            "text",
            MODEL.replace("SUM(", "AVG("),
            "reason",
            "the mean says more",
            "based_on",
            1));

    JsonNode all = history(Map.of("source", "crm"));
    assertThat(all.findValuesAsText("version")).containsExactly("2", "1");
    assertThat(all.at("/0/saved_by").asText()).isEqualTo("wendy");
    assertThat(all.at("/0/reason").asText()).isEqualTo("the mean says more");
    assertThat(all.at("/0/saved_at").asText()).isGreaterThan(all.at("/1/saved_at").asText());
    assertThat(all.at("/0/changes").findValuesAsText("name")).containsExactly("revenue");
    assertThat(all.at("/1/changes").findValuesAsText("kind"))
        .containsExactly("model", "dataset", "field", "dataset", "metric", "metric", "metric");
    assertThat(
            history(Map.of("source", "crm", "kind", "metric", "name", "order_count"))
                .findValuesAsText("version"))
        .containsExactly("1");
  }

  @Test
  void anEarlierVersionCanBeHadAgainAndAllTakenAway() {
    save(MODEL);
    save(MODEL.replace("revenue", "sales"));
    house.call(CHIEF, "restore_semantic_model", Map.of("source", "crm", "version", 1));
    assertThat(get(CHIEF).get("version").asInt()).isEqualTo(3);
    assertThat(house.meanings().of(CHIEF, "crm").metric("revenue")).isPresent();

    house.call(CHIEF, "remove_semantic_model", Map.of("source", "crm"));
    assertThat(house.meanings().of(CHIEF, "crm")).isEqualTo(SemanticModel.NONE);
    assertThat(history(Map.of("source", "crm")).findValuesAsText("version"))
        .containsExactly("4", "3", "2", "1");
    assertThat(house.failure(CHIEF, "remove_semantic_model", Map.of("source", "crm")).code())
        .isEqualTo(ErrorCode.RESOURCE_NOT_FOUND);
    assertThat(
            house
                .failure(CHIEF, "restore_semantic_model", Map.of("source", "crm", "version", 4))
                .code())
        .isEqualTo(ErrorCode.RESOURCE_NOT_FOUND);
  }

  @Test
  void twoWhoChangeAtOnceDoNotUndoEachOther() {
    save(MODEL);
    assertThat(
            house.failure(
                CHIEF,
                "save_semantic_model",
                Map.of("source", "crm", "text", MODEL + "# more\n", "based_on", 0)))
        .hasMessageContaining("has changed since");
  }

  @Test
  void whatIsWrongIsSaidWithItsPlaceAndNotSaved() {
    String wrong = MODEL.replace("orders.total_usd", "orders.totl_usd");

    JsonNode checked =
        house.call(CHIEF, "validate_semantic_model", Map.of("source", "crm", "text", wrong));

    assertThat(checked.get("valid").asBoolean()).isFalse();
    assertThat(checked.at("/problems/0/line").asInt()).isEqualTo(13);
    assertThat(checked.at("/problems/0/column").asInt()).isEqualTo(49);
    assertThat(checked.at("/problems/0/message").asText())
        .isEqualTo(
            "metric `revenue`: unknown column `totl_usd` of `orders`; did you mean `total_usd`?");
    assertThat(house.failure(CHIEF, "save_semantic_model", saving(wrong)))
        .hasMessageContaining("line 13:49: metric `revenue`");
    assertThat(get(CHIEF).get("version").asInt()).isZero();
  }

  @Test
  void aVerifiedQuestionMustRun() {
    String wrong =
        WAGES.replace("FROM payroll", "FROM pay_roll").replace("pay.salary", "orders.total_usd");

    assertThat(
            house
                .call(CHIEF, "validate_semantic_model", Map.of("source", "crm", "text", wrong))
                .at("/problems/0/message")
                .asText())
        .contains("verified question `Wages?`: its SQL cannot run");
  }

  @Test
  void nobodySeesOrChangesMoreThanTheirPart() {
    save(WAGES.replace("    metrics:", "      - { name: pay, source: payroll }\n    metrics:"));
    Caller clerk = SemanticHouse.CLERK;

    String shown = get(clerk).get("text").asText();
    assertThat(shown)
        .contains("order_count", "golden")
        .doesNotContain("payroll", "salary", "wages", "Wages", "revenue", "chief");
    SemanticModel part = house.meanings().of(clerk, "crm");
    assertThat(part.metrics()).extracting(Metric::name).containsExactly("order_count", "golden");
    assertThat(part.verifiedQuestions()).isEmpty();
    assertThat(house.meanings().of(CHIEF, "crm").verifiedQuestions()).hasSize(1);
    assertThat(house.failure(clerk, "save_semantic_model", saving(shown)).code())
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(house.failure(clerk, "remove_semantic_model", Map.of("source", "crm")).code())
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
    assertThat(house.failure(clerk, "list_semantic_changes", Map.of("source", "crm")).code())
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
  }

  @Test
  void maskedValuesAreNotNamed() {
    save(MODEL);

    String shown = get(SemanticHouse.MASKED).get("text").asText();

    assertThat(shown).contains("tier", "revenue").doesNotContain("gold");
    assertThat(house.failure(SemanticHouse.MASKED, "save_semantic_model", saving(shown)).code())
        .isEqualTo(ErrorCode.PERMISSION_DENIED);
  }

  @Test
  void aModelOfTheConfigurationIsChangedThere() {
    house.close();
    house = new SemanticHouse(folder, Map.of("crm", given(true)));

    assertThat(get(CHIEF).get("changeable").asBoolean()).isFalse();
    assertThat(get(CHIEF).get("file").asText()).isEqualTo("crm.yaml");
    assertThat(house.failure(CHIEF, "save_semantic_model", saving(MODEL + "# more\n")))
        .hasMessageContaining("stands in crm.yaml");
    assertThat(house.meanings().of(CHIEF, "crm").metrics()).hasSize(3);
  }

  @Test
  void aModelOfASampleHoldsUntilAnotherIsSaved() {
    house.close();
    house = new SemanticHouse(folder, Map.of("crm", given(false)));

    assertThat(house.meanings().of(CHIEF, "crm").metric("revenue")).isPresent();
    save(MODEL.replace("revenue", "sales"));
    assertThat(house.meanings().of(CHIEF, "crm").metric("sales")).isPresent();
    JsonNode removed = house.call(CHIEF, "remove_semantic_model", Map.of("source", "crm"));
    assertThat(removed.get("changes").findValuesAsText("name")).containsExactly("revenue", "sales");
    assertThat(house.meanings().of(CHIEF, "crm").metric("revenue")).isPresent();
  }

  @Test
  void aRestartForgetsNothing() {
    save(MODEL);
    house.close();
    house = new SemanticHouse(folder, Map.of());
    assertThat(house.meanings().of(CHIEF, "crm").metrics()).hasSize(3);
  }

  private static GivenModel given(boolean fixed) {
    SemanticModel model =
        OssieReader.read("crm.yaml", MODEL, SourceTables.UNKNOWN, ErrorCode.INVALID_INPUT);
    return new GivenModel("crm.yaml", MODEL, model, fixed);
  }

  private JsonNode get(Caller caller) {
    return house.call(caller, "get_semantic_model", Map.of("source", "crm"));
  }

  private JsonNode history(Map<String, Object> input) {
    return house.call(CHIEF, "list_semantic_changes", input).get("versions");
  }

  private JsonNode save(String text) {
    return house.call(CHIEF, "save_semantic_model", saving(text));
  }

  private static Map<String, Object> saving(String text) {
    return Map.of("source", "crm", "text", text);
  }
}
