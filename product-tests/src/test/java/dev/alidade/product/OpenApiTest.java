package dev.alidade.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** The description of REST is whole and valid. */
class OpenApiTest {
  @Test
  void describesEveryOperationAsTheSpecificationWants() throws Exception {
    try (RunningProduct product = RunningProduct.serving(ShopFiles.write())) {
      JsonNode paths =
          Rest.JSON.readTree(product.send(product.to("/openapi.json")).body()).get("paths");
      assertThat(paths.fieldNames())
          .toIterable()
          .contains(
              "/api/v1/ask",
              "/api/v1/query",
              "/api/v1/check_sql",
              "/api/v1/list_sources",
              "/api/v1/describe_source",
              "/api/v1/search_catalog",
              "/api/v1/explain_query");

      NodeClients.run("openapi.mjs", product.address() + "/openapi.json");
    }
  }
}
