package dev.alidade.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.operation.OperationRegistry;
import dev.alidade.query.KeptResults;
import dev.alidade.query.SmallShop;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The workbench's operations over a small shop, called as doors call them. */
final class Workbench implements AutoCloseable {
  private final SmallShop shop;
  private final KeptResults kept;
  private final OperationRegistry registry;

  private Workbench(Path folder) {
    shop = SmallShop.in(folder);
    kept = new KeptResults(folder.resolve("results"), Clock.systemUTC());
    registry =
        new OperationRegistry(new WorkbenchFeature(shop.queries(), kept, List.of()).operations());
  }

  static Workbench in(Path folder) {
    return new Workbench(folder);
  }

  JsonNode call(String operation, ObjectNode input) {
    return callAs("local", operation, input);
  }

  JsonNode callAs(String caller, String operation, ObjectNode input) {
    Caller who = new Caller(caller, Set.of(), Map.of());
    return Json.mapper().valueToTree(registry.call(operation, input, Invocation.of(who)));
  }

  void assertFails(String operation, ObjectNode input, ErrorCode code, String words) {
    assertThatThrownBy(() -> call(operation, input))
        .isInstanceOfSatisfying(
            AlidadeException.class, failure -> assertThat(failure.code()).isEqualTo(code))
        .hasMessageContaining(words);
  }

  static ObjectNode sql(String sql) {
    return Json.mapper().createObjectNode().put("source", "shop").put("sql", sql);
  }

  @Override
  public void close() {
    kept.close();
    shop.close();
  }
}
