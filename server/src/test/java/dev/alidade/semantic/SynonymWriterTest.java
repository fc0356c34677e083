package dev.alidade.semantic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.Shop;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Table;
import dev.alidade.semantic.Synonym.Target;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.OssieWriter;
import dev.alidade.semantic.ossie.SourceTables;
import dev.alidade.sql.TableName;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synonym finds its place in a model, and what was written is read again. */
class SynonymWriterTest {
  private static final String MODEL =
      """
      version: 0.1.1
      semantic_model:
        - name: shop
          datasets:
            - name: people
              source: customers
              fields:
                - { name: town, expression: city }
          metrics:
            - { name: headcount, expression: COUNT(people.customer_id) }
      """;

  @TempDir private static Path folder;
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.in(folder);
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void joinsWhatTheModelNamesAlready() {
    assertThat(with("punters", new Target.OfTable(table("customers"))).dataset("people"))
        .get()
        .extracting(Dataset::synonyms)
        .isEqualTo(List.of("punters"));
    assertThat(field("people", "burg", new Target.OfColumn(table("customers"), "city")).synonyms())
        .containsExactly("burg");
    Target paris = new Target.OfValue(table("customers"), "city", "Paris");
    assertThat(field("people", "city of light", paris).values().get("Paris"))
        .containsExactly("city of light");
    assertThat(with("heads", new Target.OfMetric("headcount")).metric("headcount"))
        .get()
        .extracting(Metric::synonyms)
        .isEqualTo(List.of("heads"));
  }

  @Test
  void namesWhatTheModelHasNotNamed() {
    Field price = field("products", "tag", new Target.OfColumn(table("products"), "price"));

    assertThat(price.name()).isEqualTo("price");
    assertThat(price.dimension()).isFalse();
    Target open = new Target.OfValue(table("orders"), "status", "open");
    assertThat(field("orders", "pending", open).dimension()).isTrue();
    SemanticModel first =
        written(SemanticModel.NONE, new Synonym("punters", new Target.OfTable(table("customers"))));
    assertThat(first.name()).isEqualTo("shop");
    assertThat(first.dataset("customers").orElseThrow().primaryKey())
        .containsExactly("customer_id");
  }

  @Test
  void saysNothingTwiceAndNothingOfWhatIsNotThere() {
    Synonym synonym = new Synonym("punters", new Target.OfTable(table("customers")));
    SemanticModel once = written(model(), synonym);

    assertThat(written(once, synonym)).isEqualTo(once);
    SynonymWriter writer = new SynonymWriter(shop.knowledge().catalog());
    for (Target gone :
        List.of(
            new Target.OfTable(TableName.of("gone")),
            new Target.OfColumn(table("orders"), "gone"),
            new Target.OfMetric("gone"))) {
      assertThat(writer.with(model(), "shop", new Synonym("word", gone))).isEmpty();
    }
  }

  private static Field field(String dataset, String words, Target target) {
    return with(words, target).dataset(dataset).orElseThrow().fields().getFirst();
  }

  private static SemanticModel with(String words, Target target) {
    return written(model(), new Synonym(words, target));
  }

  /** As it is read from what was written. */
  private static SemanticModel written(SemanticModel before, Synonym synonym) {
    SemanticModel after =
        new SynonymWriter(shop.knowledge().catalog()).with(before, "shop", synonym).orElseThrow();
    return read(OssieWriter.write(after));
  }

  private static SemanticModel model() {
    return read(MODEL);
  }

  private static SemanticModel read(String text) {
    return OssieReader.read(
        "model.yaml",
        text,
        SourceTables.of(shop.knowledge().catalog()),
        ErrorCode.CONFIGURATION_INVALID);
  }

  private static TableName table(String name) {
    return shop.knowledge().catalog().table(name).map(Table::name).orElseThrow();
  }
}
