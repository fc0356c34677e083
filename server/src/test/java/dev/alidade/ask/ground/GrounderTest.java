package dev.alidade.ask.ground;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.Shop;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.text.Tokenizer;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrounderTest {
  @TempDir private static Path folder;
  private static Shop shop;
  private static Grounder grounder;

  @BeforeAll
  static void open() {
    shop = Shop.in(folder);
    grounder = new Grounder(Domain.of(shop.knowledge()), Lexicon.english());
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void findsTablesColumnsValuesAndOperators() {
    Lattice lattice = ground("How many orders of customers in London are there?");
    assertThat(lattice.all())
        .extracting(Mention::meaning)
        .contains("how many", "table orders", "table customers", "customers.city = London");
  }

  @Test
  void prefersTheColumnThatTheWordsNameWholly() {
    Mention.OfColumn best =
        ground("product name").startingAt(0).stream()
            .filter(Mention.OfColumn.class::isInstance)
            .map(Mention.OfColumn.class::cast)
            .filter(column -> column.span().length() == 2)
            .max((left, right) -> Double.compare(left.score(), right.score()))
            .orElseThrow();
    assertThat(best.column().name()).isEqualTo("product_name");
    assertThat(best.full()).isTrue();
  }

  @Test
  void understandsSynonymsAndAdjectives() {
    assertThat(ground("clients").all()).extracting(Mention::meaning).contains("table customers");
    assertThat(ground("the most expensive product").all())
        .extracting(Mention::meaning)
        .contains("products.price, highest first");
  }

  @Test
  void tellsContentWordsFromOthers() {
    Lattice lattice = ground("the frobnicators of London");
    assertThat(lattice.isContent(0)).isFalse();
    assertThat(lattice.isContent(1)).isTrue();
    assertThat(lattice.isContent(3)).isTrue();
  }

  @Test
  void cutsNamesIntoWords() {
    assertThat(NameReader.parts("numEmployees")).containsExactly("num", "employees");
    assertThat(NameReader.parts("Order_Date")).containsExactly("order", "date");
    assertThat(NameReader.parts("HTTPStatus")).containsExactly("http", "status");
    assertThat(PlainNames.of("order_items")).isEqualTo("order items");
  }

  private static Lattice ground(String question) {
    return grounder.ground(new Tokenizer().read(question), LocalDate.of(2024, 12, 31));
  }
}
