package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a server holds that nobody has used yet, beside what it holds once somebody has. */
class MemoryAtRestTest {
  private static final String COUNT =
      "{\"source\": \"%s\", \"sql\": \"SELECT count(*) FROM orders\"}".formatted(ShopFiles.SOURCE);

  @Test
  void noEngineIsLoadedBeforeTheFirstVisitor() throws Exception {
    try (RunningProduct product = RunningProduct.serving(ShopFiles.write())) {
      for (int time = 0; time < 3; time++) {
        assertThat(product.send(product.to("/healthz")).statusCode()).isEqualTo(200);
      }
      long unused = resident(product);
      assertThat(hasEngine(product)).isFalse();
      assertThat(product.send(product.post("/api/v1/query", COUNT)).body())
          .contains(Integer.toString(ShopFiles.ORDERS));
      assertThat(hasEngine(product)).isTrue();
      assertThat(unused / (double) resident(product)).isLessThan(0.9);
    }
  }

  private static boolean hasEngine(RunningProduct product) throws IOException {
    return Files.readString(of(product, "maps")).contains("libduckdb_java");
  }

  private static long resident(RunningProduct product) throws IOException {
    return Files.readAllLines(of(product, "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }

  private static Path of(RunningProduct product, String file) {
    return Path.of("/proc", Long.toString(product.processId()), file);
  }
}
