package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.build.SourceMap;
import dev.alidade.ask.converse.Chip;
import dev.alidade.ask.converse.ChipKind;
import dev.alidade.ask.plan.Domain;
import dev.alidade.semantic.Synonym;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A synonym is found where its meaning is said, and not where it would be guessed. */
class SynonymFinderTest {
  @TempDir private static Path folder;
  private static Shop shop;
  private static SynonymFinder finder;

  @BeforeAll
  static void open() {
    shop = Shop.in(folder);
    finder = new SynonymFinder(new SourceMap(Domain.of(shop.knowledge()), Shop.CLOCK));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void isWhatStandsInThePlaceOfTheUnknownWord() {
    assertThat(between("How many frobs are there?", "How many customers are there?", "frobs"))
        .contains("\"frobs\" means the table customers");
    assertThat(between("List the frob of products", "List the category of products", "frob"))
        .contains("\"frob\" means the column products.category");
    assertThat(
            between(
                "How many customers are in Foggy Town?",
                "How many customers are in London?",
                "Foggy",
                "Town"))
        .contains("\"foggy town\" means the value London of customers.city");
  }

  @Test
  void isNotFoundWhereMoreIsDifferent() {
    assertThat(between("How many frobs are there?", "Show all customers", "frobs")).isEmpty();
    assertThat(between("How many frobs are there?", "How many are there?", "frobs")).isEmpty();
    assertThat(between("How many frobs are there?", "How many big customers are there?", "frobs"))
        .isEmpty();
    assertThat(between("How many old frobs are there?", "How many customers are there?", "frobs"))
        .isEmpty();
    assertThat(between("How many frobs are there?", "How many gizmos are there?", "frobs"))
        .isEmpty();
  }

  @Test
  void aCorrectedFilterSaysItOnlyWhereTheWordsWereSomethingElse() {
    assertThat(corrected("finished", "open", "shipped"))
        .contains("\"finished\" means the value shipped of orders.status");
    assertThat(corrected("opened", "open", "shipped")).isEmpty();
    assertThat(corrected("finished", "open", "no such status")).isEmpty();
  }

  private static Optional<String> corrected(String words, String before, String after) {
    Chip chip =
        new Chip(
            "filter-1",
            ChipKind.FILTER,
            "status is " + before,
            Optional.of(
                shop.knowledge().catalog().table("orders").orElseThrow().name() + ".status"),
            Optional.of("="),
            List.of(before),
            Optional.of(words),
            List.of());
    return finder.corrected(chip, List.of(after)).map(Synonym::toString);
  }

  private static Optional<String> between(String question, String other, String... unknown) {
    return finder.between(question, List.of(unknown), other).map(Synonym::toString);
  }
}
