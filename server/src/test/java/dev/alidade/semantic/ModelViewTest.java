package dev.alidade.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.alidade.base.ErrorCode;
import dev.alidade.engine.CatalogSnapshot;
import dev.alidade.engine.Column;
import dev.alidade.engine.Table;
import dev.alidade.engine.TableKind;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.SourceTables;
import dev.alidade.sql.DataType;
import dev.alidade.sql.TableName;
import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ModelViewTest {
  private static final SemanticModel WHOLE =
      OssieReader.read(
          "model",
          """
          semantic_model:
            - name: crm
              datasets:
                - name: people
                  source: Customers
                  primary_key: [id]
                  custom_extensions: [{ vendor_name: ALIDADE, data: '{"display": ["name", "tier"]}' }]
                  fields:
                    - { name: id, expression: ID }
                    - { name: name, expression: full_name }
                    - { name: tier, expression: tier, custom_extensions: [{ vendor_name: ALIDADE, data: '{"values": {"g": ["gold"]}}' }] }
                    - { name: pay, expression: salary * 12 }
                - name: orders
                  source: main.orders
                  fields:
                    - { name: total, expression: total }
                    - { name: day, expression: placed_on }
              relationships:
                - { name: buyer, from: orders, to: people, from_columns: [customer_id], to_columns: [id] }
              metrics:
                - { name: revenue, expression: SUM(orders.total), custom_extensions: [{ vendor_name: ALIDADE, data: '{"time": "orders.day"}' }] }
                - { name: wages, expression: SUM(people.pay) }
                - { name: golden, expression: "COUNT(people.id) FILTER (WHERE people.tier = 'g')" }
                - { name: share, expression: 100 * golden / people }
                - { name: people, expression: COUNT(people.id) }
                - { name: margin, expression: revenue - wages }
              custom_extensions:
                - vendor_name: ALIDADE
                  data: '{"verified_questions": [{"name": "a", "question": "A?", "sql": "A"}, {"name": "b", "question": "B?", "sql": "B"}]}'
          """,
          SourceTables.UNKNOWN,
          ErrorCode.INVALID_INPUT);

  @Test
  void whatIsThereIsInTheLettersOfTheCatalog() {
    SemanticModel seen =
        ModelView.of(
            WHOLE,
            catalog(
                table("customers", "id", "full_name", "tier", "salary"),
                table("ORDERS", "customer_id", "Total", "placed_on")));

    assertThat(seen.datasets())
        .extracting(Dataset::table, Dataset::primaryKey, Dataset::display)
        .containsExactly(
            tuple(TableName.of("customers"), List.of("id"), List.of("name", "tier")),
            tuple(TableName.of("ORDERS"), List.of(), List.of()));
    assertThat(seen.metrics()).hasSameSizeAs(WHOLE.metrics());
    assertThat(seen.metric("revenue").orElseThrow().formula())
        .isEqualTo(
            new Formula.Aggregate(
                Formula.Function.SUM,
                false,
                "orders",
                Optional.of(new Formula.Column("orders", "Total")),
                List.of()));
    assertThat(seen.relationships())
        .extracting(Relationship::toColumns)
        .containsExactly(List.of("id"));
    assertThat(seen.verifiedQuestions()).hasSize(2);
  }

  @Test
  void aHiddenColumnTakesWithItWhatIsMadeOfIt() {
    SemanticModel seen =
        ModelView.of(
            WHOLE,
            catalog(table("customers", "id", "tier"), table("orders", "customer_id", "total")));

    assertThat(seen.dataset("people").orElseThrow().fields())
        .extracting(Field::name)
        .containsExactly("id", "tier");
    assertThat(seen.dataset("people").orElseThrow().display()).containsExactly("tier");
    assertThat(seen.metrics())
        .extracting(Metric::name)
        .containsExactly("revenue", "golden", "share", "people");
    assertThat(seen.metric("revenue").orElseThrow().time()).isEmpty();
  }

  @Test
  void aHiddenTableTakesWithItWhatIsMadeOfIt() {
    SemanticModel seen =
        ModelView.of(WHOLE, catalog(table("orders", "customer_id", "total", "placed_on")));

    assertThat(seen.datasets()).extracting(Dataset::name).containsExactly("orders");
    assertThat(seen.relationships()).isEmpty();
    assertThat(seen.metrics()).extracting(Metric::name).containsExactly("revenue");
  }

  @Test
  void maskedColumnsAreNotComparedAndTheirValuesNotNamed() {
    SemanticModel seen =
        ModelView.of(
            WHOLE,
            catalog(
                table("customers", "id", "full_name", "tier", "salary"),
                table("orders", "customer_id", "total", "placed_on")),
            (table, column) -> !column.equals("tier"),
            question -> question.name().equals("b"));

    assertThat(seen.dataset("people").orElseThrow().fields().get(2).values()).isEqualTo(Map.of());
    assertThat(seen.metrics())
        .extracting(Metric::name)
        .containsExactly("revenue", "wages", "people", "margin");
    assertThat(seen.verifiedQuestions()).extracting(VerifiedQuestion::name).containsExactly("b");
  }

  @Test
  void nothingRemainsOfAModelOfAnotherSource() {
    SemanticModel seen = ModelView.of(WHOLE, catalog(table("planes", "id")));

    assertThat(seen.datasets()).isEmpty();
    assertThat(seen.metrics()).isEmpty();
    assertThat(Set.copyOf(seen.relationships())).isEmpty();
  }

  private static CatalogSnapshot catalog(Table... tables) {
    return new CatalogSnapshot(List.of(tables), List.of());
  }

  private static Table table(String name, String... columns) {
    return new Table(
        TableName.of(name),
        TableKind.TABLE,
        Stream.of(columns)
            .map(
                column ->
                    new Column(column, new DataType(TypeKind.TEXT, "TEXT"), true, Optional.empty()))
            .toList(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
