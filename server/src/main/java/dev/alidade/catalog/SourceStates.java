package dev.alidade.catalog;

import dev.alidade.base.AlidadeException;
import dev.alidade.engine.Engine;
import dev.alidade.engine.Sources;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks all sources at once whether they answer; a slow one holds up nobody for long. */
final class SourceStates {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Sources sources;
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();

  SourceStates(Sources sources) {
    this.sources = sources;
  }

  List<SourceSummary> summaries(List<String> names) {
    Map<String, CompletableFuture<Integer>> asked = new LinkedHashMap<>();
    for (String source : names) {
      CompletableFuture<Integer> answer = new CompletableFuture<>();
      Thread.ofVirtual().name("state-" + source).start(() -> ask(source, answer));
      asked.put(source, answer);
    }
    long until = System.nanoTime() + PATIENCE.toNanos();
    return asked.entrySet().stream()
        .map(entry -> summary(entry.getKey(), entry.getValue(), until))
        .toList();
  }

  /** The source is another one now. */
  void forget(String source) {
    counts.remove(source);
  }

  private void ask(String source, CompletableFuture<Integer> answer) {
    try {
      answer.complete(count(source, sources.engine(source)));
    } catch (RuntimeException | Error failure) {
      answer.completeExceptionally(failure);
    }
  }

  private int count(String source, Engine engine) {
    engine.server();
    int tables = sources.schema(source).now().tables().size();
    counts.put(source, tables);
    return tables;
  }

  private SourceSummary summary(String source, CompletableFuture<Integer> answer, long until) {
    String engine = sources.definition(source).engine();
    try {
      int tables = answer.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
      return new SourceSummary(source, engine, SourceStatus.AVAILABLE, tables, Optional.empty());
    } catch (TimeoutException slow) {
      return down(source, engine, "It did not answer within %d s".formatted(PATIENCE.toSeconds()));
    } catch (ExecutionException failure) {
      return down(source, engine, reasonOf(failure.getCause()));
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      return down(source, engine, "The request was cancelled before it answered");
    }
  }

  private SourceSummary down(String source, String engine, String reason) {
    int tables = counts.getOrDefault(source, 0);
    return new SourceSummary(source, engine, SourceStatus.UNAVAILABLE, tables, Optional.of(reason));
  }

  private static String reasonOf(Throwable cause) {
    return cause instanceof AlidadeException known
        ? known.getMessage()
        : "It failed for an unexpected reason; the log tells more";
  }
}
