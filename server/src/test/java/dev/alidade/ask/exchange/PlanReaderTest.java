package dev.alidade.ask.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.ask.Reading;
import dev.alidade.ask.Shop;
import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.ask.explain.Paraphraser;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.text.Question;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.operation.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {
  private static final String PER_COUNTRY =
      """
      {"kind": "select",
       "tables": [{"table": "customers", "alias": "c"}, {"table": "orders"}],
       "joins": [{"left": "c", "left_columns": ["customer_id"],
                  "right": "orders", "right_columns": ["customer_id"]}],
       "outputs": [
         {"expression": {"kind": "column", "table": "c", "column": "country"}},
         {"expression": {"kind": "aggregate", "function": "count", "words": "orders"},
          "label": "orders"}],
       "filter": {"kind": "comparison", "operator": "equal",
         "left": {"kind": "column", "table": "orders", "column": "STATUS"},
         "right": {"kind": "text", "value": "shipped"}},
       "groups": [{"kind": "column", "table": "customers", "column": "country"}],
       "order": [{"expression": {"kind": "aggregate", "function": "count"}, "descending": true}],
       "limit": 3}
      """;
  private static final Question QUESTION =
      new Tokenizer().read("How many shipped orders are there per country?");

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
  void readsAPlanThatSaysOnlyWhatDoesNotFollow() {
    PlanReader.Result result = read(json(PER_COUNTRY));

    assertThat(result.errors()).isEmpty();
    String sql = new PlanCompiler(shop.dialect()).compile(result.plan().orElseThrow());
    assertThat(shop.rows(sql))
        .containsExactlyInAnyOrder(List.of("England", 2L), List.of("France", 2L));
    assertThat(Paraphraser.sentence(result.plan().orElseThrow())).contains("number of");
    assertThat(result.plan().orElseThrow().toString()).contains("spans=[Span[start=3, end=4]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "How many orders are there for each status?",
        "customers who have no orders",
        "orders in 2023",
        "the product with the highest price",
        "products more expensive than the average price",
        "number of orders per month",
        "customers from London or Paris",
        "Which customers have more than 2 orders?"
      })
  void readsBackWhatTheBuiltInPlannerMakes(String question) {
    List<Reading> readings =
        shop.reader().read(question, Domain.of(shop.knowledge()), shop.dialect());
    assertThat(readings).isNotEmpty();
    for (Reading reading : readings) {
      JsonNode written = Json.mapper().valueToTree(reading.candidate().plan());
      PlanReader.Result result =
          new PlanReader(Domain.of(shop.knowledge()))
              .read(withoutTypes(written), new Tokenizer().read(question));

      assertThat(result.errors()).isEmpty();
      assertThat(new PlanCompiler(shop.dialect()).compile(result.plan().orElseThrow()))
          .isEqualTo(reading.sql());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "/outputs/1/expression/function|\"total\"|$.outputs[1].expression.function|must be one of: count",
        "/outputs/0/expression/column|\"contry\"|$.outputs[0].expression.column|did you mean `country`?",
        "/outputs/0/expression/table|\"x\"|$.outputs[0].expression.table|no alias of this plan's tables",
        "/outputs/0/expression/kind|\"sql\"|$.outputs[0].expression.kind|must be one of: column, aggregate",
        "/outputs/0/expression|\"country\"|$.outputs[0].expression|must be an object",
        "/outputs|[]|$|shows something of some table",
        "/outputs/1/label|\"\"|$.outputs[1].label|must be a name",
        "/tables/0/table|\"customer\"|$.tables[0].table|did you mean `customers`?",
        "/tables/0/table|\"orders; DROP TABLE orders\"|$.tables[0].table|No table",
        "/tables/0/alias|\"orders\"|$.tables[1].alias|Two tables are called `orders`",
        "/joins|[]|$|Nothing joins `orders`",
        "/joins/0/right_columns|[\"id\"]|$.joins[0].right_columns[0]|No column `id` in `orders`",
        "/joins/0/left_columns|[]|$.joins[0]|pair one to one",
        "/limit|0|$.limit|must be 1 or more",
        "/limit|-5|$.limit|must be 1 or more",
        "/limit|\"5\"|$.limit|must be a whole number",
        "/limit|1e400|$.limit|must be a whole number",
        "/distinct|\"yes\"|$.distinct|must be true or false",
        "/groups|[]|$|`country` differs within a group",
        "/groups|{}|$.groups|must be an array",
        "/where|{}|$|no field `where` here",
        "/filter/right|{\"kind\": \"number\", \"value\": 1e999999999}|$.filter.right.value|must be a number of at most",
        "/filter/right|{\"kind\": \"text\"}|$.filter.right|needs the field `value`",
        "/filter/operator|\"; DROP TABLE\"|$.filter.operator|must be one of: equal",
      })
  void pointsAtEveryMistake(String at, String value, String path, String words) {
    ObjectNode plan = (ObjectNode) json(PER_COUNTRY);
    int slash = at.lastIndexOf('/');
    JsonNode parent = plan.at(at.substring(0, slash));
    String field = at.substring(slash + 1);
    ((ObjectNode) parent).set(field, json(value));

    PlanReader.Result result = read(plan);

    assertThat(result.plan()).isEmpty();
    assertThat(result.errors())
        .anySatisfy(
            error -> {
              assertThat(error.path()).isEqualTo(path);
              assertThat(error.message()).contains(words);
            });
  }

  @Test
  void tellsSeveralMistakesAtOnce() {
    JsonNode plan =
        json(
            PER_COUNTRY
                .replace("\"count\"", "\"total\"")
                .replace("STATUS", "state")
                .replace("\"limit\": 3", "\"limit\": 0"));

    assertThat(read(plan).errors()).extracting(PlanError::code).hasSizeGreaterThan(3);
  }

  @Test
  void stopsAtPlansWithoutEnd() {
    String opening = "{\"kind\": \"any_of\", \"parts\": [";
    int levels = 80;
    String deep = opening.repeat(levels) + "]}".repeat(levels);
    JsonNode nested = json(PER_COUNTRY.replace("\"limit\": 3", "\"having\": " + deep));
    String many = "{\"kind\": \"all_of\", \"parts\": []},".repeat(10_000);
    JsonNode wide =
        json(
            PER_COUNTRY.replace(
                "\"limit\": 3",
                "\"having\": {\"kind\": \"any_of\", \"parts\": [%s]}"
                    .formatted(many.substring(0, many.length() - 1))));

    for (JsonNode plan : List.of(nested, wide)) {
      PlanReader.Result result = read(plan);
      assertThat(result.plan()).isEmpty();
      assertThat(result.errors()).extracting(PlanError::code).contains("too_large");
      assertThat(result.errors()).hasSizeLessThan(21);
    }
  }

  @Test
  void readsNothingThatIsNoPlan() {
    for (String text : List.of("1", "null", "[]", "\"SELECT 1\"", "{}", "{\"kind\": \"sql\"}")) {
      PlanReader.Result result = read(json(text));
      assertThat(result.plan()).as(text).isEmpty();
      assertThat(result.errors()).as(text).isNotEmpty();
    }
  }

  @Test
  void theSchemaHoldsEveryKindOfPartAndNoTypes() {
    ObjectNode schema = PlanSchema.ofPlan();

    assertThat(schema.path("$ref").asText()).isEqualTo("#/$defs/plan");
    assertThat(schema.toString()).contains("\"text_match\"", "\"top_per_group\"", "\"period\"");
    assertThat(schema.toString()).doesNotContain("engine_name", "spans");
    schema
        .findValuesAsText("$ref")
        .forEach(reference -> assertThat(schema.at(reference.substring(1)).isObject()).isTrue());
  }

  private PlanReader.Result read(JsonNode plan) {
    return new PlanReader(Domain.of(shop.knowledge())).read(plan, QUESTION);
  }

  /** As an agent would write it, who knows no types of the source. */
  private static JsonNode withoutTypes(JsonNode plan) {
    plan.findParents("column").stream()
        .filter(ObjectNode.class::isInstance)
        .map(ObjectNode.class::cast)
        .forEach(node -> node.remove("type"));
    return plan;
  }

  private static JsonNode json(String text) {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }
}
