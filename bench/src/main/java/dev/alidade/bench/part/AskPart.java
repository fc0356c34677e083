package dev.alidade.bench.part;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alidade.bench.load.HttpConnection;
import dev.alidade.bench.load.Latencies;
import dev.alidade.bench.report.Goal;
import dev.alidade.bench.report.Line;
import dev.alidade.bench.report.Unit;
import dev.alidade.bench.server.EngineAlone;
import dev.alidade.bench.server.Product;
import dev.alidade.bench.server.ServerProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Questions in words to the built-in planner: each the first time, and then again. */
public final class AskPart implements Part {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final double P50 = 5;
  private static final double P95 = 20;
  private static final int AGAIN = 5;

  @Override
  public String name() {
    return "ask";
  }

  @Override
  public List<Line> run(Setup setup) throws Exception {
    setup.tell("ask");
    try (ServerProcess product = setup.demo();
        HttpConnection connection = new HttpConnection(product.port());
        EngineAlone engine = new EngineAlone(EngineAlone.sampleFile(setup.sampleState()))) {
      List<String> statements = new ArrayList<>();
      List<Long> first = new ArrayList<>();
      List<Long> again = new ArrayList<>();
      List<Long> alone = new ArrayList<>();
      // The planner reads the schema before its first answer.
      ask(connection, "How many customers are there?");
      for (String question : Questions.all()) {
        long before = System.nanoTime();
        String answer = ask(connection, question);
        first.add(System.nanoTime() - before);
        statements.add(JSON.readTree(answer).path("sql").asText());
      }
      for (int round = 0; round < AGAIN; round++) {
        for (String question : Questions.all()) {
          long before = System.nanoTime();
          ask(connection, question);
          again.add(System.nanoTime() - before);
        }
        for (String statement : statements) {
          long before = System.nanoTime();
          engine.read(statement);
          alone.add(System.nanoTime() - before);
        }
      }
      return lines(latencies(first), latencies(again), latencies(alone));
    }
  }

  private List<Line> lines(Latencies first, Latencies again, Latencies alone) {
    String engine = "its SQL by DuckDB alone";
    return List.of(
        line("ask, a new question, p50", first, 0.50).beside(engine, millis(alone, 0.50)),
        line("ask, a new question, p95", first, 0.95).beside(engine, millis(alone, 0.95)),
        line("ask, the question again, p50", again, 0.50)
            .beside(engine, millis(alone, 0.50))
            .aiming(new Goal.OfValue(P50)),
        line("ask, the question again, p95", again, 0.95)
            .beside(engine, millis(alone, 0.95))
            .aiming(new Goal.OfValue(P95)));
  }

  private Line line(String what, Latencies times, double share) {
    return Line.of(name(), what, Unit.MILLISECONDS, millis(times, share)).spreading(times.spread());
  }

  private static double millis(Latencies times, double share) {
    return times.percentile(share) / 1e6;
  }

  private static Latencies latencies(List<Long> nanos) {
    return Latencies.of(List.of(nanos.stream().mapToLong(Long::longValue).toArray()));
  }

  private static String ask(HttpConnection connection, String question) throws IOException {
    String answer = connection.expectOk(Product.ask(question)).body();
    JsonNode status = JSON.readTree(answer).path("status");
    if (!status.asText().equals("answered")) {
      throw new IllegalStateException("the planner has no answer to: " + question);
    }
    return answer;
  }
}
