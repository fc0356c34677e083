package dev.alidade.edge.mcp.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.edge.mcp.protocol.Channel;
import dev.alidade.edge.mcp.protocol.Client;
import dev.alidade.edge.mcp.protocol.Exchange;
import dev.alidade.edge.mcp.protocol.Extension;
import dev.alidade.edge.mcp.protocol.Incoming;
import dev.alidade.edge.mcp.protocol.InputRequest;
import dev.alidade.edge.mcp.protocol.JsonRpc;
import dev.alidade.edge.mcp.protocol.Outcome;
import dev.alidade.edge.mcp.protocol.ProtocolException;
import dev.alidade.edge.mcp.protocol.Revision;
import dev.alidade.job.StoredCalls;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.operation.LastingCalls;
import dev.alidade.operation.Visit;
import dev.alidade.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks in our own database, across restarts. */
class TasksTest {
  private static final Outcome DONE = Outcome.of(JsonRpc.object().put("done", true));

  @TempDir Path folder;
  private LastingCalls kept;

  @BeforeEach
  void open() {
    kept = new StoredCalls(Database.open(folder));
  }

  /** A server that begins anew what may be called twice. */
  private Tasks server(Function<Exchange, Outcome> again) {
    return new Tasks(
        kept,
        Clock.systemUTC(),
        exchange ->
            exchange.params().path("name").asText().equals("read")
                ? Optional.of(again)
                : Optional.empty());
  }

  private static Exchange exchange(String caller, String method, ObjectNode params) {
    ObjectNode capabilities = JsonRpc.object();
    capabilities.putObject("extensions").putObject(Extension.TASKS);
    return new Exchange(
        new Visit(
            new Caller(caller, Set.of(), Map.of()), new Credential.None(Entrance.here("mcp"))),
        new Client(Revision.R2026_07_28, capabilities, Optional.empty()),
        new Incoming.Request(IntNode.valueOf(1), method, params),
        Cancellation.never(),
        Channel.SILENT);
  }

  private static Exchange call(String tool) {
    return exchange("ann", "tools/call", JsonRpc.object().put("name", tool).put("secret", "s3"));
  }

  private static ObjectNode get(Tasks tasks, String caller, String id) {
    ObjectNode params = JsonRpc.object().put("taskId", id);
    return tasks.handle(exchange(caller, "tasks/get", params)).orElseThrow();
  }

  private static ObjectNode await(Tasks tasks, String id, String status) throws Exception {
    ObjectNode task = get(tasks, "ann", id);
    for (int tries = 0; tries < 200 && !task.path("status").asText().equals(status); tries++) {
      TimeUnit.MILLISECONDS.sleep(20);
      task = get(tasks, "ann", id);
    }
    assertThat(task.path("status").asText()).isEqualTo(status);
    return task;
  }

  private static String idOf(ObjectNode created) {
    assertThat(created.path("resultType").asText()).isEqualTo("task");
    return created.path("taskId").asText();
  }

  @Test
  void whatIsOverIsThereAfterARestart() throws Exception {
    Tasks before = server(exchange -> DONE);
    String id = idOf(before.create(call("write"), exchange -> DONE));
    await(before, id, "completed");

    ObjectNode task = get(server(exchange -> DONE), "ann", id);
    assertThat(task.at("/result/done").asBoolean()).isTrue();
  }

  @Test
  void whatOnlyReadsBeginsAgainAfterARestart() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Tasks before = server(exchange -> DONE);
    String id = idOf(before.create(call("read"), exchange -> wait(never)));

    assertThat(await(server(exchange -> DONE), id, "completed").at("/result/done").asBoolean())
        .isTrue();
    never.countDown();
    await(before, id, "completed");
  }

  @Test
  void whatMayHaveChangedSomethingDoesNotAndItsArgumentsAreNotKept() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Tasks before = server(exchange -> DONE);
    String id = idOf(before.create(call("write"), exchange -> wait(never)));

    assertThat(kept.find(id).orElseThrow().request()).doesNotContain("s3");
    assertThat(get(server(exchange -> DONE), "ann", id).at("/error/message").asText())
        .contains("look whether it took effect");
    never.countDown();
    await(before, id, "completed");
  }

  @Test
  void nobodyElseSeesATask() {
    Tasks tasks = server(exchange -> DONE);
    String id = idOf(tasks.create(call("read"), exchange -> DONE));

    assertThatThrownBy(() -> get(tasks, "mallory", id))
        .isInstanceOf(ProtocolException.class)
        .hasMessageContaining("No task");
    assertThatThrownBy(() -> get(server(exchange -> DONE), "mallory", id))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void asksUntilAllIsAnswered() throws Exception {
    Tasks tasks = server(exchange -> DONE);
    List<String> told = new CopyOnWriteArrayList<>();
    tasks.watch(change -> told.add(change.details().path("status").asText()));
    ObjectNode question = InputRequest.elicitation("Which?", JsonRpc.object());
    String id =
        idOf(
            tasks.create(
                call("read"),
                exchange ->
                    exchange.answers().isEmpty()
                        ? new Outcome.InputRequired(
                            Map.of("a", question, "b", question), Optional.empty())
                        : Outcome.of(exchange.answers())));
    await(tasks, id, "input_required");
    update(tasks, id, "1.a");
    assertThat(await(tasks, id, "input_required").path("inputRequests").fieldNames())
        .toIterable()
        .containsExactly("1.b");
    update(tasks, id, "unknown");
    update(tasks, id, "1.b");

    assertThat(await(tasks, id, "completed").path("result").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("a", "b");
    for (int tries = 0; tries < 200 && !told.contains("completed"); tries++) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(told).startsWith("input_required").endsWith("completed");
  }

  private static void update(Tasks tasks, String id, String key) {
    ObjectNode params = JsonRpc.object().put("taskId", id);
    params.putObject("inputResponses").putObject(key).put("action", "accept");
    assertThat(tasks.handle(exchange("ann", "tasks/update", params))).isPresent();
  }

  private static Outcome wait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return DONE;
  }
}
