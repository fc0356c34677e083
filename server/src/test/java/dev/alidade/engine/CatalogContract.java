package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.sql.TypeKind;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The catalog says what is there, in the letters of the database. */
interface CatalogContract extends EngineFixture {
  String ODD = "odd \"table's\" name";

  @Test
  default void allTablesAreListedAndNothingOfTheSystem() {
    assertThat(catalog().tables())
        .extracting(table -> table.name().table())
        .contains("customers", "orders", "order_lines", "empty_table", "numbers", ODD)
        .allMatch(name -> !name.startsWith("sqlite_") && !name.startsWith("duckdb_"));
  }

  @Test
  default void viewsAreMarked() {
    if (can(Capability.VIEWS)) {
      assertThat(table("paid_orders").kind()).isEqualTo(TableKind.VIEW);
      assertThat(table("paid_orders").columns())
          .extracting(Column::name)
          .containsExactly("id", "customer_id", "amount");
    }
    assertThat(table("orders").kind()).isEqualTo(TableKind.TABLE);
  }

  @Test
  default void columnsHaveNamesKindsAndNullability() {
    Table customers = table("customers");
    assertThat(customers.columns())
        .extracting(Column::name)
        .containsExactly("id", "name", "email", "joined");
    assertThat(customers.column("name").orElseThrow().nullable()).isFalse();
    assertThat(customers.column("email").orElseThrow().nullable()).isTrue();
    Map<String, TypeKind> kinds =
        table("orders").columns().stream()
            .collect(Collectors.toMap(Column::name, column -> column.type().kind()));
    assertThat(kinds)
        .containsEntry("id", kind(TypeKind.INTEGER))
        .containsEntry("amount", kind(TypeKind.DECIMAL))
        .containsEntry("weight", kind(TypeKind.FLOAT))
        .containsEntry("placed_at", kind(TypeKind.TIMESTAMP))
        .containsEntry("paid", kind(TypeKind.BOOLEAN))
        .containsEntry("note", kind(TypeKind.TEXT))
        .containsEntry("photo", kind(TypeKind.BINARY));
  }

  @Test
  default void primaryKeysKeepTheirOrder() {
    if (!can(Capability.PRIMARY_KEYS)) {
      assertThat(catalog().tables()).allSatisfy(table -> assertThat(table.primaryKey()).isEmpty());
      return;
    }
    assertThat(table("customers").primaryKey()).containsExactly("id");
    assertThat(table("order_lines").primaryKey()).containsExactly("order_id", "line");
    assertThat(table("numbers").primaryKey()).isEmpty();
  }

  @Test
  default void declaredForeignKeysAreListed() {
    List<ForeignKey> keys = catalog().foreignKeys();
    if (!can(Capability.FOREIGN_KEYS)) {
      assertThat(keys).isEmpty();
      return;
    }
    assertThat(keys).hasSize(1);
    ForeignKey key = keys.getFirst();
    assertThat(key.from().table()).isEqualTo("orders");
    assertThat(key.columns()).containsExactly("customer_id");
    assertThat(key.to().table()).isEqualTo("customers");
    assertThat(key.toColumns()).containsExactly("id");
    assertThat(key.inferred()).isFalse();
  }

  @Test
  default void oddNamesSurvive() {
    assertThat(table(ODD).columns())
        .extracting(Column::name)
        .containsExactlyElementsOf(oddColumns());
  }

  @Test
  default void everyTableOfTheCatalogCanBeQueriedByItsQuotedName() {
    for (Table table : catalog().tables()) {
      String columns =
          table.columns().stream()
              .map(column -> probe().engine().dialect().quote(column.name()))
              .collect(Collectors.joining(", "));
      String sql =
          "SELECT %s FROM %s".formatted(columns, probe().engine().dialect().quote(table.name()));
      assertThat(probe().columns(sql)).as(sql).hasSameSizeAs(table.columns());
      assertThat(probe().inspect(sql).tables()).as(sql).containsExactly(table.name());
    }
  }

  @Test
  default void knownRowCountsAreRight() {
    table("numbers").rows().ifPresent(rows -> assertThat(rows).isEqualTo(100_000));
    table("orders").rows().ifPresent(rows -> assertThat(rows).isEqualTo(4));
    table("empty_table").rows().ifPresent(rows -> assertThat(rows).isZero());
  }

  private CatalogSnapshot catalog() {
    return probe().engine().readCatalog();
  }
}
