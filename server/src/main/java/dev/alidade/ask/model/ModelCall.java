package dev.alidade.ask.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of a model, from the request to the last event. */
final class ModelCall implements AutoCloseable {
  private static final int MOST_OF_A_FAILURE = 16 * 1024;
  private static final Duration LONGEST_FAILURE = Duration.ofSeconds(2);

  private final ModelSettings settings;
  private final WireFormat format;
  private final ModelFailures failures;
  private final HttpClient client;

  ModelCall(ModelSettings settings, WireFormat format, Clock clock) {
    this.settings = settings;
    this.format = format;
    this.failures = new ModelFailures(settings, clock);
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(settings.timeouts().connect())
            // Whoever redirects would be sent the key.
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** What comes from the server, or an end of it. */
  private sealed interface Arrival {
    record Sent(ServerEvents.Event event) implements Arrival {}

    enum End implements Arrival {
      DONE,
      BROKEN,
      CANCELLED
    }
  }

  Attempt make(ModelRequest request, Listening listening, long until) {
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(URI.create(settings.baseUrl() + format.path()))
            .header("content-type", "application/json")
            .header("accept", "text/event-stream");
    format.headers(settings.apiKey()).forEach(sent::header);
    sent.POST(HttpRequest.BodyPublishers.ofString(format.body(settings, request).toString()));
    CompletableFuture<HttpResponse<InputStream>> coming =
        client.sendAsync(sent.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (Cancellation.Registration _ =
        listening.cancellation().onCancel(() -> coming.cancel(true))) {
      HttpResponse<InputStream> response = coming.get(patience(until), TimeUnit.NANOSECONDS);
      try (InputStream body = response.body()) {
        return answered(response, body, listening, until);
      }
    } catch (TimeoutException silent) {
      coming.cancel(true);
      return overdue(until);
    } catch (ExecutionException | IOException unreachable) {
      return failures.unreachable();
    } catch (java.util.concurrent.CancellationException cancelled) {
      throw cancelled(cancelled);
    } catch (InterruptedException interrupted) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      throw cancelled(interrupted);
    }
  }

  private Attempt answered(
      HttpResponse<InputStream> response, InputStream body, Listening listening, long until)
      throws InterruptedException {
    if (response.statusCode() != 200) {
      return failures.ofStatus(
          response.statusCode(), response.headers().firstValue("retry-after"), kindIn(body));
    }
    String type = response.headers().firstValue("content-type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.startsWith("text/event-stream")) {
      return failures.ofType(type.split(";", 2)[0].strip());
    }
    BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    Thread.ofVirtual().name("model-" + settings.name()).start(() -> receive(body, arrivals));
    Draft draft = new Draft(listening.text());
    try (Cancellation.Registration _ =
        listening.cancellation().onCancel(() -> arrivals.add(Arrival.End.CANCELLED))) {
      return read(arrivals, draft, until);
    } finally {
      if (!draft.tokens().equals(Tokens.NONE)) {
        listening.spent().accept(draft.tokens());
      }
    }
  }

  private Attempt read(BlockingQueue<Arrival> arrivals, Draft draft, long until)
      throws InterruptedException {
    while (true) {
      Arrival arrival = arrivals.poll(patience(until), TimeUnit.NANOSECONDS);
      switch (arrival) {
        case null -> {
          return overdue(until);
        }
        case Arrival.Sent sent -> {
          Optional<Attempt> failure = add(sent.event(), draft);
          if (failure.isPresent()) {
            return failure.get();
          }
          if (draft.isFinished()) {
            return whole(draft);
          }
        }
        case Arrival.End end -> {
          return switch (end) {
            case DONE, BROKEN -> whole(draft);
            case CANCELLED -> throw cancelled(null);
          };
        }
      }
    }
  }

  private Optional<Attempt> add(ServerEvents.Event event, Draft draft) {
    if (event.data().equals("[DONE]")) {
      draft.finish();
      return Optional.empty();
    }
    try {
      JsonNode data = Json.mapper().readTree(event.data());
      return format.read(data, draft).map(failures::ofEvent);
    } catch (JsonProcessingException unreadable) {
      return Optional.of(failures.unreadable());
    }
  }

  private Attempt whole(Draft draft) {
    if (draft.ending().isEmpty()) {
      return failures.truncated();
    }
    return switch (draft.ending().get()) {
      case DECLINED -> failures.declined();
      case TOO_LONG -> failures.tooLong();
      case COMPLETE ->
          draft.text().isBlank()
              ? failures.empty()
              : new Attempt.Answered(new ModelReply(draft.text(), draft.tokens()));
    };
  }

  private static void receive(InputStream body, BlockingQueue<Arrival> arrivals) {
    ServerEvents events = new ServerEvents(body);
    try {
      for (Optional<ServerEvents.Event> event = events.next();
          event.isPresent();
          event = events.next()) {
        arrivals.add(new Arrival.Sent(event.get()));
      }
      arrivals.add(Arrival.End.DONE);
    } catch (IOException broken) {
      arrivals.add(Arrival.End.BROKEN);
    }
  }

  /** The provider's own code of a failure, where it gives one soon. */
  private static String kindIn(InputStream body) throws InterruptedException {
    CompletableFuture<String> text = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                JsonNode error = Json.mapper().readTree(body.readNBytes(MOST_OF_A_FAILURE));
                text.complete(error.path("error").path("type").asText());
              } catch (IOException none) {
                text.complete("");
              }
            });
    try {
      return text.get(LONGEST_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException none) {
      return "";
    }
  }

  private long patience(long until) {
    return Math.min(settings.timeouts().silence().toNanos(), until - System.nanoTime());
  }

  private Attempt overdue(long until) {
    return System.nanoTime() >= until
        ? failures.late()
        : failures.silent(settings.timeouts().silence());
  }

  private static AlidadeException cancelled(Throwable cause) {
    return new AlidadeException(
        ErrorCode.QUERY_CANCELLED, "The request was cancelled before it was done", cause);
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
