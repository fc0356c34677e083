package dev.alidade.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.ask.plan.Domain;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about time on a little shop. */
class TimeQuestionsTest {
  @TempDir private Path folder;

  @Test
  void groupsByPeriods() {
    assertThat(rows("How many orders are there for each year?"))
        .containsExactlyInAnyOrder("[2, 2023-01-01]", "[2024-01-01, 5]");
  }

  @Test
  void filtersByPeriods() {
    assertThat(rows("How many orders were placed in 2023?")).containsExactly("[2]");
    assertThat(rows("How many orders were placed since March 2024?")).containsExactly("[2]");
  }

  private List<String> rows(String question) {
    try (Shop shop = Shop.in(folder)) {
      List<Reading> readings =
          shop.reader().read(question, Domain.of(shop.knowledge()), shop.dialect());
      return shop.rows(readings.getFirst().sql()).stream()
          .map(row -> row.stream().map(String::valueOf).sorted().toList().toString())
          .toList();
    } finally {
      folder.resolve("shop.sqlite").toFile().delete();
    }
  }
}
