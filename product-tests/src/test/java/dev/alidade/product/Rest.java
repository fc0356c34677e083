package dev.alidade.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Calls operations of a running product by REST. */
final class Rest {
  static final ObjectMapper JSON = new ObjectMapper();

  private final RunningProduct product;

  Rest(RunningProduct product) {
    this.product = product;
  }

  /** What an operation gives; a failure is one of the test. */
  JsonNode call(String operation, String input) throws Exception {
    HttpResponse<String> response = raw(operation, input);
    if (response.statusCode() != 200) {
      throw new AssertionError(operation + ": " + response.statusCode() + " " + response.body());
    }
    return JSON.readTree(response.body());
  }

  JsonNode query(String sql) throws Exception {
    return call("query", statement(sql));
  }

  HttpResponse<String> raw(String operation, String body) throws Exception {
    return product.send(request(operation, body));
  }

  HttpRequest.Builder request(String operation, String body) {
    return product.post("/api/v1/" + operation, body);
  }

  /** The error of an answer that is one. */
  JsonNode error(String operation, String body) throws Exception {
    HttpResponse<String> response = raw(operation, body);
    if (response.statusCode() < 400) {
      throw new AssertionError("no error: " + response.body());
    }
    return ((ObjectNode) JSON.readTree(response.body()).get("error"))
        .put("status", response.statusCode());
  }

  static String statement(String sql) {
    return JSON.createObjectNode().put("source", ShopFiles.SOURCE).put("sql", sql).toString();
  }
}
