package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is sent, the answer is a clear error of the right type and the server goes on. */
class RestBadInputTest {
  private static RunningProduct product;
  private static Rest rest;

  @BeforeAll
  static void start() throws Exception {
    product = RunningProduct.serving(ShopFiles.write());
    rest = new Rest(product);
  }

  @AfterAll
  static void stop() throws Exception {
    product.close();
  }

  @AfterEach
  void itGoesOn() throws Exception {
    assertThat(rest.query("SELECT count(*) FROM customers").at("/rows/0/0").asInt())
        .isEqualTo(ShopFiles.CUSTOMERS);
  }

  @ParameterizedTest
  @MethodSource("dev.alidade.product.BadInput#all")
  void namesWhatIsWrong(BadInput input) throws Exception {
    JsonNode error = rest.error(input.operation(), input.json());

    assertThat(error.get("code").asText()).as(error.toString()).isEqualTo(input.code());
    assertThat(error.get("message").asText()).contains(input.words()).isNotBlank();
    assertThat(error.get("status").asInt()).isBetween(400, 499);
    assertThat(error.toString()).doesNotContain("Exception", "\tat ", "dev.alidade");
  }

  @Test
  void pointsAtTheErrorInTheMiddle() throws Exception {
    JsonNode error = rest.error("query", Rest.statement("SELECT name\nFROM customers WHERE ,"));

    assertThat(error.at("/location/line").asInt()).isEqualTo(2);
    assertThat(error.at("/location/column").asInt()).isBetween(22, 23);
  }

  @Test
  void refusesWhatIsNoJson() throws Exception {
    for (String body :
        new String[] {"", "{", "{\"a\":}", "[]", "\"x\"", "[".repeat(100_000), "\0\1\2"}) {
      JsonNode error = rest.error("query", body);
      assertThat(error.get("code").asText()).isEqualTo("MALFORMED_REQUEST");
      assertThat(error.get("status").asInt()).isEqualTo(400);
    }
  }

  @Test
  void refusesWhatIsNoCallOfAnOperation() throws Exception {
    assertThat(rest.error("qery", "{}").get("message").asText()).contains("did you mean `query`?");
    assertThat(product.send(product.to("/api/v1/query")).statusCode()).isEqualTo(405);
    assertThat(
            product
                .send(product.to("/api/v1/query").POST(HttpRequest.BodyPublishers.ofString("{}")))
                .statusCode())
        .isEqualTo(415);
    HttpResponse<String> huge = rest.raw("query", Rest.statement("x".repeat(34 << 20)));
    assertThat(huge.statusCode()).isEqualTo(413);
    assertThat(huge.body()).contains("REQUEST_TOO_LARGE");
  }

  @Test
  void refusesPagesOfOtherOrigins() throws Exception {
    HttpResponse<String> response =
        product.send(
            rest.request("list_sources", "{}").header("Origin", "http://localhost.evil.example"));

    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(response.body()).contains("ORIGIN_DENIED");
  }

  @Test
  void noStackTraceReachesTheLogOfTheUser() throws Exception {
    assertThat(product.log()).doesNotContain("\tat dev.alidade");
  }
}
