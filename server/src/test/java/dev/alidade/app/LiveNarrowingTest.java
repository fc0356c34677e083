package dev.alidade.app;

import static dev.alidade.app.RulesHouse.ADA;
import static dev.alidade.app.RulesHouse.WENDY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that become narrower hold for what was begun before, and for what was kept. */
class LiveNarrowingTest {
  private static final String ANALYST = "{'name': 'analyst', 'sources': ['crm'], 'confirm': true}";
  private static final String WEST =
      "{'name': 'west', 'source': 'crm', 'table': '%s', 'roles': ['analyst'], 'rows': 'region = {caller.region}'}";
  private static final String VISITS = "SELECT * FROM visits";

  @TempDir private Path folder;
  private RulesHouse house;

  @BeforeEach
  void open() {
    house = new RulesHouse(folder, "");
    house.call(ADA, "save_role", ANALYST);
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void aStreamThatIsOpenEnds() {
    Narrowing out = new Narrowing("visits");
    assertThatThrownBy(() -> house.stream(WENDY, VISITS + " a, customers b", out))
        .isInstanceOfSatisfying(
            AlidadeException.class,
            failure -> assertThat(failure.code()).isEqualTo(ErrorCode.ACCESS_CHANGED));
    assertThat(out.bytes).isPositive();
  }

  @Test
  void aCursorAndAJobAndAConversationAreClosed() {
    JsonNode page = house.call(WENDY, "query", paged(""));
    String next = paged(", 'cursor': '%s'".formatted(page.get("cursor").asText()));
    assertThat(house.call(WENDY, "query", next).get("rows")).hasSize(1_000);
    String job = house.call(WENDY, "submit_query", RulesHouse.query(VISITS)).get("job").asText();
    String ofJob = "{'job': '%s'}".formatted(job);
    house.call(WENDY, "job_status", "{'job': '%s', 'wait_seconds': 30}".formatted(job));
    assertThat(house.call(WENDY, "job_result", ofJob).get("rows")).isNotEmpty();
    JsonNode answer =
        house.call(
            WENDY, "ask", "{'question': 'Show the email of all customers', 'source': 'crm'}");
    assertThat(answer.toString()).contains("eve@x");
    String conversation = "{'conversation': '%s'}".formatted(answer.get("conversation").asText());
    assertThat(house.call(WENDY, "get_conversation", conversation).toString()).contains("eve@x");

    house.call(ADA, "save_policy", WEST.formatted("visits"));

    assertThat(house.code(WENDY, "query", next)).isEqualTo(ErrorCode.CURSOR_INVALID);
    assertThat(house.code(WENDY, "job_result", ofJob)).isEqualTo(ErrorCode.ACCESS_CHANGED);
    assertThat(house.call(WENDY, "get_conversation", conversation).toString())
        .contains("Show the email", "has changed since this was answered")
        .doesNotContain("eve@x");
    house.restart("");
    assertThat(house.code(WENDY, "job_result", ofJob)).isEqualTo(ErrorCode.ACCESS_CHANGED);
    house.call(ADA, "remove_policy", "{'name': 'west'}");
    assertThat(house.call(WENDY, "job_result", ofJob).get("rows")).isNotEmpty();
    assertThat(house.call(WENDY, "get_conversation", conversation).toString()).contains("eve@x");
  }

  @Test
  void whatTheCatalogHasShownItShowsNoMore() {
    for (String operation : List.of("describe_source", "suggest_questions")) {
      assertThat(house.call(WENDY, operation, "{'source': 'crm'}").toString()).contains("visits");
    }
    assertThat(house.call(WENDY, "describe_source", "{'source': 'crm'}").toString())
        .contains("email");
    assertThat(house.call(WENDY, "search_catalog", "{'query': 'eve@x'}").toString())
        .contains("customers");

    house.call(
        ADA,
        "save_role",
        "{'name': 'analyst', 'sources': ['crm'], 'deny': {'columns': ['customers.email'], 'tables': ['visits']}}");

    for (String operation : List.of("describe_source", "suggest_questions")) {
      assertThat(house.call(WENDY, operation, "{'source': 'crm'}").toString())
          .contains("customer")
          .doesNotContain("email", "visits");
    }
    assertThat(house.call(WENDY, "search_catalog", "{'query': 'eve@x'}").toString())
        .isEqualTo("{\"matches\":[]}");
  }

  @Test
  void anotherProcessHearsOfItWithinASecond() throws InterruptedException {
    try (Product other = house.another()) {
      String sql = RulesHouse.query("SELECT count(*) FROM visits");
      assertThat(RulesHouse.call(other, WENDY, "query", sql).at("/rows/0/0").asInt())
          .isEqualTo(30_000);
      house.call(ADA, "save_policy", WEST.formatted("visits"));
      Instant end = Instant.now().plus(Duration.ofSeconds(10));
      int seen = 0;
      while (seen != 15_000 && Instant.now().isBefore(end)) {
        Thread.sleep(20);
        seen = count(other, sql);
      }
      assertThat(seen).isEqualTo(15_000);
    }
  }

  /** Of a query that the change meets while it runs, nothing. */
  private static int count(Product product, String sql) {
    try {
      return RulesHouse.call(product, WENDY, "query", sql).at("/rows/0/0").asInt();
    } catch (AlidadeException met) {
      assertThat(met.code()).isEqualTo(ErrorCode.ACCESS_CHANGED);
      return 0;
    }
  }

  private static String paged(String more) {
    return "{'source': 'crm', 'sql': '%s', 'limit': 1000%s}".formatted(VISITS, more);
  }

  /** Narrows the rules when the first bytes of a stream arrive. */
  private final class Narrowing extends OutputStream {
    private final String table;
    private long bytes;

    Narrowing(String table) {
      this.table = table;
    }

    @Override
    public void write(int one) {
      write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) {
      if (bytes == 0) {
        house.call(ADA, "save_policy", WEST.formatted(table));
      }
      bytes += length;
    }
  }
}
