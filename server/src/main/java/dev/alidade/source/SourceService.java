package dev.alidade.source;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.engine.Engine;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.ServerInfo;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Opens sources to see whether they answer, without keeping the caller waiting for long. */
final class SourceService {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Sources sources;

  SourceService(Sources sources) {
    this.sources = sources;
  }

  ListEnginesOutput engines() {
    return new ListEnginesOutput(
        sources.factories().stream().map(ListEnginesOutput.EngineForm::of).toList());
  }

  TestSourceOutput test(TestSourceInput input, Invocation invocation) {
    if (input.source().isPresent() == input.engine().isPresent()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Give either `source`, a configured one, or `engine` and `settings` of a new one");
    }
    if (input.source().isPresent() && input.settings().isPresent()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "A configured source has its settings; give `engine` with `settings` to try others");
    }
    Supplier<TestSourceOutput> test =
        input.source().isPresent()
            ? configured(input.source().get())
            : fresh(input.engine().get(), input.settings().orElse(Map.of()));
    long start = System.nanoTime();
    try {
      return within(test);
    } catch (AlidadeException failure) {
      return TestSourceOutput.failing(failure, millisecondsSince(start));
    }
  }

  SourceStatusOutput status(String source) {
    String engine = sources.definition(source).engine();
    Optional<ServerInfo> server = Optional.empty();
    Optional<String> problem = Optional.empty();
    try {
      server = Optional.of(within(() -> sources.engine(source).server()));
    } catch (AlidadeException failure) {
      problem = Optional.of(failure.getMessage());
    }
    return new SourceStatusOutput(
        engine,
        server.map(ServerInfo::product),
        server.map(ServerInfo::version),
        problem,
        sources.opened(source).stream()
            .flatMap(opened -> opened.pools().stream())
            .map(SourceStatusOutput.Host::of)
            .toList());
  }

  private Supplier<TestSourceOutput> configured(String source) {
    sources.definition(source);
    return () -> answerOf(sources.engine(source));
  }

  private Supplier<TestSourceOutput> fresh(String engine, Map<String, Object> settings) {
    EngineFactory factory = sources.factory(engine);
    SourceDefinition definition =
        new SourceDefinition(
            "new " + engine, engine, new GivenSettings(factory.settings()).check(settings));
    return () -> {
      try (Engine opened = factory.open(definition)) {
        return answerOf(opened);
      }
    };
  }

  private static TestSourceOutput answerOf(Engine engine) {
    long start = System.nanoTime();
    ServerInfo server = engine.server();
    int tables = engine.readCatalog().tables().size();
    return TestSourceOutput.working(server, tables, millisecondsSince(start));
  }

  private static <T> T within(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread.ofVirtual()
        .name("test-source")
        .start(
            () -> {
              try {
                result.complete(work.get());
              } catch (RuntimeException | Error failure) {
                result.completeExceptionally(failure);
              }
            });
    try {
      return result.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof AlidadeException known) {
        throw known;
      }
      throw new IllegalStateException(failure.getCause());
    } catch (TimeoutException slow) {
      throw new AlidadeException(
          ErrorCode.SOURCE_UNAVAILABLE,
          "It did not answer within %d s; is it reachable from here, and is a firewall between?"
              .formatted(PATIENCE.toSeconds()),
          slow);
    } catch (InterruptedException gone) {
      Thread.currentThread().interrupt();
      throw new AlidadeException(
          ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done", gone);
    }
  }

  private static long millisecondsSince(long start) {
    return Duration.ofNanos(System.nanoTime() - start).toMillis();
  }
}
