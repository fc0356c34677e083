package dev.alidade.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.MovableClock;
import dev.alidade.export.CsvFormat;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.query.SmallShop;
import dev.alidade.store.Database;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
  private static final String ENDLESS =
      "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n";

  @TempDir private Path folder;
  private final MovableClock clock = new MovableClock();
  private SmallShop shop;
  private JobService jobs;
  private OperationRegistry registry;

  @BeforeEach
  void open() {
    shop = SmallShop.in(folder);
    begin(JobBounds.USUAL);
  }

  @AfterEach
  void close() {
    jobs.close();
    shop.close();
  }

  @Test
  void aJobRunsByItselfAndItsRowsAreReadByPage() throws Exception {
    JsonNode submitted = call("submit_query", sql("SELECT id, customer FROM orders ORDER BY id"));
    assertThat(submitted.get("state").asText()).isIn("running", "done");
    JsonNode done = ended(submitted);
    assertThat(done.get("state").asText()).isEqualTo("done");
    assertThat(done.get("rows").asLong()).isEqualTo(2500);
    assertThat(done.get("kept_until").asText()).isEqualTo("2026-01-01T01:00:00Z");
    ObjectNode input = job(done).put("limit", 2_000);
    JsonNode first = call("job_result", input);
    assertThat(first.get("truncated").asBoolean()).isTrue();
    JsonNode second = call("job_result", input.put("cursor", first.get("cursor").asText()));
    assertThat(second.has("cursor")).isFalse();
    assertThat(
            Stream.of(first, second)
                .flatMap(page -> page.get("rows").valueStream())
                .map(row -> row.get(0).asLong()))
        .isEqualTo(LongStream.rangeClosed(1, 2500).boxed().toList());
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    registry.stream("job_result", "text/csv", job(done), Invocation.of(Caller.LOCAL), csv);
    assertThat(csv.toString(StandardCharsets.UTF_8).lines()).hasSize(2_501);
  }

  @Test
  void valuesAreBound() {
    ObjectNode input = sql("SELECT count(*) FROM orders WHERE id <= $n");
    input.putObject("parameters").put("n", 7);
    JsonNode done = ended(call("submit_query", input));
    assertThat(call("job_result", job(done)).at("/rows/0/0").asLong()).isEqualTo(7);
  }

  @Test
  void whatIsDeniedIsRefusedAtOnce() {
    assertFails("submit_query", sql("DELETE FROM orders"), ErrorCode.NOT_READ_ONLY, "SELECT");
    assertFails("submit_query", sql("SELECT colour FROM orders"), "colour");
    assertThat(call("list_jobs", Json.mapper().createObjectNode()).get("jobs")).isEmpty();
  }

  @Test
  void aFailureIsTheResultsFailure() {
    JsonNode failed =
        ended(call("submit_query", sql("SELECT abs(-9223372036854775807 - 1) FROM orders")));
    assertThat(failed.get("state").asText()).isEqualTo("failed");
    assertThat(failed.at("/error/code").asText()).isEqualTo("DATA_ERROR");
    assertFails("job_result", job(failed), ErrorCode.DATA_ERROR, "");
  }

  @Test
  void aJobIsCancelled() {
    JsonNode running = call("submit_query", sql(ENDLESS));
    assertFails("job_result", job(running), ErrorCode.JOB_RUNNING, "wait_seconds");
    JsonNode cancelled = call("cancel_job", job(running));
    assertThat(cancelled.get("state").asText()).isEqualTo("cancelled");
    assertFails("job_result", job(running), ErrorCode.QUERY_CANCELLED, "was cancelled");
    assertThat(call("cancel_job", job(running)).get("state").asText()).isEqualTo("cancelled");
  }

  @Test
  void aJobIsItsCallersOnly() {
    JsonNode done = ended(call("submit_query", sql("SELECT 1")));
    Caller other = new Caller("other", Set.of(), Map.of());
    assertThatThrownBy(() -> registry.call("job_status", job(done), Invocation.of(other)))
        .hasMessageContaining("No job");
    assertThat(jobs.list(other)).isEmpty();
    assertThat(call("list_jobs", Json.mapper().createObjectNode()).get("jobs")).hasSize(1);
  }

  @Test
  void resultsOutliveTheServerAndAreForgottenInTime() throws Exception {
    JsonNode done = ended(call("submit_query", sql("SELECT id FROM orders")));
    jobs.close();
    begin(JobBounds.USUAL);
    assertThat(call("job_result", job(done)).get("rows")).hasSize(1_000);
    clock.forward(3_601);
    assertFails("job_status", job(done), ErrorCode.JOB_NOT_FOUND, "forgotten");
    try (Stream<Path> files = Files.list(folder.resolve("jobs"))) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void whatAStoppedServerRanIsLost() {
    JsonNode running = call("submit_query", sql(ENDLESS));
    jobs.close();
    begin(JobBounds.USUAL);
    assertThat(call("job_status", job(running)).get("state").asText()).isEqualTo("lost");
    assertFails("job_result", job(running), ErrorCode.JOB_NOT_FOUND, "submit the query again");
  }

  @Test
  void whatAServerRanThatDiedIsLost() {
    JsonNode running = call("submit_query", sql(ENDLESS));
    Database database = Database.open(folder.resolve("state"));
    database.jdbi().useHandle(handle -> handle.execute("UPDATE job SET instance = '1@1'"));
    try (JobService later =
        new JobService(shop.queries(), database, folder.resolve("jobs"), clock, JobBounds.USUAL)) {
      assertThat(later.list(Caller.LOCAL).getFirst().job().state()).isEqualTo(JobState.LOST);
    }
    call("cancel_job", job(running));
  }

  @Test
  void jobsAreBoundedInNumberAndSize() {
    jobs.close();
    begin(new JobBounds(2, 100_000, 100_000, 100_000, Duration.ofHours(1)));
    JsonNode first = call("submit_query", sql(ENDLESS));
    JsonNode second = call("submit_query", sql(ENDLESS));
    assertFails("submit_query", sql("SELECT 1"), ErrorCode.TOO_MANY_REQUESTS, "2 jobs");
    call("cancel_job", job(first));
    call("cancel_job", job(second));
    JsonNode large = ended(call("submit_query", sql("SELECT a.id FROM orders a, orders b")));
    assertThat(large.at("/error/code").asText()).isEqualTo("RESULT_TOO_LARGE");
    assertThat(ended(call("submit_query", sql("SELECT 1"))).get("state").asText())
        .isEqualTo("done");
  }

  @Test
  void wrongInputSaysWhatToWrite() {
    assertFails("submit_query", sql("SELECT 1").put("keep_minutes", 0), "from 1 to 1440");
    ObjectNode unknown = Json.mapper().createObjectNode().put("job", "job_x");
    assertFails("job_status", unknown, ErrorCode.JOB_NOT_FOUND, "list_jobs");
    assertFails("job_status", unknown.deepCopy().put("wait_seconds", 61), "from 0 to 60");
    assertFails("job_result", unknown.deepCopy().put("cursor", "x"), "no cursor");
    assertFails("job_result", unknown.deepCopy().put("limit", 0), "from 1 to 10000");
  }

  private void begin(JobBounds bounds) {
    Database database = Database.open(folder.resolve("state"));
    jobs = new JobService(shop.queries(), database, folder.resolve("jobs"), clock, bounds);
    registry =
        new OperationRegistry(new JobFeature(jobs, List.of(new CsvFormat()), clock).operations());
  }

  private JsonNode ended(JsonNode job) {
    return call("job_status", job(job).put("wait_seconds", 60));
  }

  private JsonNode call(String operation, ObjectNode input) {
    return Json.mapper().valueToTree(registry.call(operation, input, Invocation.of(Caller.LOCAL)));
  }

  private void assertFails(String operation, ObjectNode input, ErrorCode code, String words) {
    assertThatThrownBy(() -> call(operation, input))
        .isInstanceOfSatisfying(
            AlidadeException.class, failure -> assertThat(failure.code()).isEqualTo(code))
        .hasMessageContaining(words);
  }

  private void assertFails(String operation, ObjectNode input, String words) {
    assertThatThrownBy(() -> call(operation, input)).hasMessageContaining(words);
  }

  private static ObjectNode job(JsonNode job) {
    return Json.mapper().createObjectNode().put("job", job.get("job").asText());
  }

  private static ObjectNode sql(String sql) {
    return Json.mapper().createObjectNode().put("source", "shop").put("sql", sql);
  }
}
