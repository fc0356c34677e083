package dev.alidade.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static Options read(String... words) {
    return Options.read(List.of(words));
  }

  @Test
  void withoutWordsEverythingIsMeasured() {
    Options options = read();

    assertThat(options.parts()).isEmpty();
    assertThat(options.brief()).isFalse();
    assertThat(options.rows()).isEqualTo(10_000_000);
    assertThat(options.tolerance()).isEqualTo(0.2);
  }

  @Test
  void partsAndOptionsStandInAnyOrder() {
    Options options = read("start", "--json", "a.json", "mcp", "--rows", "5000");

    assertThat(options.parts()).containsExactly("start", "points");
    assertThat(options.json()).contains(Path.of("a.json"));
    assertThat(options.rows()).isEqualTo(5_000);
  }

  @Test
  void aShortRunToleratesMore() {
    assertThat(read("--short").tolerance()).isEqualTo(0.45);
    assertThat(read("--short", "--tolerance", "0.3").tolerance()).isEqualTo(0.3);
  }

  @Test
  void reportsAreComparedTwoAtATime() {
    assertThat(read("--compare", "a", "b").compared()).containsExactly(Path.of("a"), Path.of("b"));
    assertThatThrownBy(() -> read("--compare", "a")).hasMessageContaining("needs a value");
  }

  @Test
  void aSoakHasItsMinutes() {
    assertThat(read("soak", "--minutes", "5").soak()).isEqualTo(Duration.ofMinutes(5));
    assertThat(read("soak").soak()).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> read("--quick")).hasMessageContaining("`--quick` is no option");
    assertThatThrownBy(() -> read("--rows", "many")).hasMessageContaining("no whole number");
    assertThatThrownBy(() -> read("--tolerance", "2")).hasMessageContaining("no share");
  }
}
