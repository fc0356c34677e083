package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** While the record has no room, nothing runs; once it has, all goes on by itself. */
class AuditDiskFullTest {
  @Test
  void nothingRunsWhileTheRecordCannotBeWritten() throws Exception {
    try (RunningProduct product = RunningProduct.serving(ShopFiles.write())) {
      Rest rest = new Rest(product);
      rest.query("SELECT 1");
      // Our own limit stands for a full disk: a write beyond it fails as there.
      limitFiles(product, Long.toString(Files.size(segment(product.state())) + 100));
      for (int round = 0; round < 3; round++) {
        JsonNode error = rest.error("query", Rest.statement("SELECT 'not run'"));
        assertThat(error.get("code").asText()).isEqualTo("AUDIT_UNAVAILABLE");
        assertThat(error.get("status").asInt()).isEqualTo(503);
        assertThat(error.get("message").asText()).doesNotContain(product.state().toString());
      }
      assertThat(rest.call("list_sources", "{}").get("sources")).hasSize(1);

      limitFiles(product, "unlimited");
      assertThat(rest.query("SELECT 42").at("/rows/0/0").asInt()).isEqualTo(42);
      Alidade command = new Alidade(Launcher.temporaryFolder("folder"), product.state());
      Alidade.Outcome verified = command.run("audit", "verify");
      assertThat(verified.code()).as(verified.out()).isZero();
      assertThat(Files.readString(segment(product.state()))).doesNotContain("not run");
    }
  }

  private static void limitFiles(RunningProduct product, String bytes) throws Exception {
    Finished.output(
        new ProcessBuilder(
            "prlimit", "--pid", Long.toString(product.processId()), "--fsize=" + bytes + ":"),
        10);
  }

  private static Path segment(Path state) throws IOException {
    try (Stream<Path> files = Files.list(state.resolve("audit").resolve("1"))) {
      List<Path> segments = files.filter(file -> file.toString().endsWith(".ndjson")).toList();
      assertThat(segments).hasSize(1);
      return segments.getFirst();
    }
  }
}
