package dev.alidade.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.EngineFile;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryService;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class CatalogServiceTest {
  private static final List<String> SHOP =
      List.of(
          "CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL, city TEXT, joined DATE)",
          "CREATE TABLE products (product_code TEXT, title TEXT, price DECIMAL(8,2))",
          "CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INTEGER, product_code TEXT, n INTEGER)",
          "CREATE TABLE other (id INTEGER PRIMARY KEY, customer_id INTEGER)",
          "INSERT INTO customers VALUES (1,'Ada','Zürich','2024-01-01'),(2,'Grace','New York',NULL),"
              + "(3,'Linus','New York','2024-03-01')",
          "INSERT INTO products VALUES ('P1','Camping tent',99.5),('P2','Running shoes',59)",
          "INSERT INTO orders VALUES (1,1,'P1',1),(2,1,'P2',2),(3,3,'P1',1)",
          "INSERT INTO other VALUES (1,77),(2,78)");

  @Parameter private EngineFile engine;
  @TempDir private Path folder;
  private Sources sources;
  private QueryService queries;
  private CatalogService catalog;

  @BeforeEach
  void openShop() {
    engine.create(engine.in(folder, "shop"), SHOP);
    sources = new Sources(List.of(definition("shop"), definition("gone")), EngineFile.factories());
    queries = new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC());
    catalog = new CatalogService(sources, queries, Clock.systemUTC());
  }

  @AfterEach
  void close() {
    queries.close();
    sources.close();
  }

  @Test
  void profilesSayWhatColumnsHold() {
    SourceKnowledge shop = catalog.knowledge("shop");
    ColumnProfile city = shop.profile(TableName.of("customers"), "city").orElseThrow();
    assertThat(city.rows()).isEqualTo(3);
    assertThat(city.distinct()).isEqualTo(2);
    assertThat(city.examples()).containsExactly("New York", "Zürich");
    ColumnProfile joined = shop.profile(TableName.of("customers"), "joined").orElseThrow();
    assertThat(joined.nulls()).isEqualTo(1);
    assertThat(joined.minimum()).contains("2024-01-01");
    assertThat(joined.maximum()).contains("2024-03-01");
    assertThat(shop.catalog().table("orders").orElseThrow().rows()).contains(3L);
  }

  @Test
  void keysAreInferredFromNamesAndContainedValues() {
    assertThat(catalog.knowledge("shop").foreignKeys())
        .allMatch(key -> key.inferred())
        .extracting(key -> key.from() + "." + key.columns() + "->" + key.to() + key.toColumns())
        .containsExactlyInAnyOrder(
            "orders.[customer_id]->customers[id]", "orders.[product_code]->products[product_code]");
  }

  @Test
  void valuesAreFoundHoweverTheyAreWritten() {
    ValueIndex values = catalog.knowledge("shop").values();
    assertThat(values.find("new york").getFirst().score()).isEqualTo(1.0);
    assertThat(values.find("zurich").getFirst().value()).isEqualTo("Zürich");
    assertThat(values.find("camping tents").getFirst().value()).isEqualTo("Camping tent");
    assertThat(values.find("tent").getFirst().value()).isEqualTo("Camping tent");
    assertThat(values.find("tent").getFirst().score()).isLessThan(0.9);
    assertThat(values.find("runing shoes").getFirst().value()).isEqualTo("Running shoes");
    assertThat(values.find("nothing like it")).isEmpty();
    assertThat(values.find("?!")).isEmpty();
  }

  @Test
  void aSourceThatIsDownSaysSoAndIsTriedAgain() {
    AlidadeException failure =
        catchThrowableOfType(AlidadeException.class, () -> catalog.knowledge("gone"));
    assertThat(failure.code()).isEqualTo(ErrorCode.FILE_NOT_FOUND);
    engine.create(engine.in(folder, "gone"), List.of("CREATE TABLE back (a TEXT)"));
    assertThat(catalog.knowledge("gone").tables()).hasSize(1);
  }

  @Test
  void manyCallersLearnOnce() throws InterruptedException {
    SourceKnowledge[] seen = new SourceKnowledge[16];
    Thread[] callers = new Thread[seen.length];
    for (int index = 0; index < seen.length; index++) {
      int own = index;
      callers[index] = Thread.ofVirtual().start(() -> seen[own] = catalog.knowledge("shop"));
    }
    for (Thread caller : callers) {
      caller.join();
    }
    assertThat(seen).allSatisfy(knowledge -> assertThat(knowledge).isNotNull().isSameAs(seen[0]));
  }

  private SourceDefinition definition(String name) {
    return engine.source(name, engine.in(folder, name));
  }
}
