package dev.alidade.ask.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alidade.ask.model.ScriptedModel.Step;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a provider answers or fails, over a real connection. */
class HttpModelTest {
  private static final String KEY = "sk-secret";
  private static final String JSON = "{\"plans\": [\"größer, ein Stück nach dem anderen\"]}";

  private final List<String> pieces = new ArrayList<>();
  private final List<Tokens> spent = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource
  void answersPieceByPieceAndCountsTokens(Provider provider) {
    try (ScriptedModel server = ScriptedModel.of(provider).says(JSON);
        HttpModel model = model(server, provider, 0)) {
      ModelReply reply = model.answer(request(), listening(Cancellation.never()));

      assertThat(reply.text()).isEqualTo(JSON);
      assertThat(reply.tokens()).isEqualTo(ScriptedModel.TOKENS);
      assertThat(String.join("", pieces)).isEqualTo(JSON);
      assertThat(pieces).hasSizeGreaterThan(1);
      assertThat(spent).containsExactly(ScriptedModel.TOKENS);
    }
  }

  @ParameterizedTest
  @EnumSource
  void asksAsTheProtocolWantsIt(Provider provider) {
    try (ScriptedModel server = ScriptedModel.of(provider).says(JSON);
        HttpModel model = model(server, provider, 0)) {
      model.answer(request().then("{}", "Again."), listening(Cancellation.never()));

      ScriptedModel.Asked asked = server.asked().getFirst();
      assertThat(asked.body().path("model").asText()).isEqualTo("m-1");
      assertThat(asked.body().path("stream").asBoolean()).isTrue();
      assertThat(asked.body().path("temperature").decimalValue()).isEqualByComparingTo("0.5");
      assertThat(asked.body().path("max_tokens").asInt()).isEqualTo(500);
      assertThat(asked.key()).endsWith(KEY);
      switch (provider) {
        case ANTHROPIC -> {
          assertThat(asked.path()).isEqualTo("/v1/messages");
          assertThat(asked.body().path("system").asText()).isEqualTo("Be brief.");
          assertThat(asked.body().at("/messages/2/content").asText()).isEqualTo("Again.");
          assertThat(asked.body().at("/tools/0/input_schema/type").asText()).isEqualTo("object");
          assertThat(asked.body().at("/tool_choice/name").asText())
              .isEqualTo(asked.body().at("/tools/0/name").asText());
        }
        case OPENAI -> {
          assertThat(asked.path()).isEqualTo("/v1/chat/completions");
          assertThat(asked.body().at("/messages/0/role").asText()).isEqualTo("system");
          assertThat(asked.body().at("/messages/3/content").asText()).isEqualTo("Again.");
          assertThat(asked.body().at("/response_format/json_schema/schema/type").asText())
              .isEqualTo("object");
          assertThat(asked.body().at("/stream_options/include_usage").asBoolean()).isTrue();
        }
      }
    }
  }

  static Stream<Arguments> failures() {
    return Stream.of(Provider.values())
        .flatMap(
            provider ->
                Stream.of(
                    failure(
                        provider,
                        status(401, "authentication_error"),
                        "MODEL_KEY_REJECTED",
                        "api-key"),
                    failure(
                        provider, status(403, "permission_error"), "MODEL_KEY_REJECTED", "api-key"),
                    failure(
                        provider, status(404, "not_found_error"), "MODEL_UNAVAILABLE", "base-url"),
                    failure(
                        provider,
                        status(400, "invalid_request_error"),
                        "MODEL_UNAVAILABLE",
                        "(400, invalid_request_error)"),
                    failure(
                        provider,
                        status(429, "rate_limit_error"),
                        "MODEL_OVERLOADED",
                        "ask again later"),
                    failure(
                        provider,
                        status(500, "api_error"),
                        "MODEL_UNAVAILABLE",
                        "(500, api_error)"),
                    failure(provider, status(529, "overloaded_error"), "MODEL_OVERLOADED", "(529"),
                    failure(provider, status(302, ""), "MODEL_UNAVAILABLE", "(302)"),
                    failure(provider, new Step.Page(), "MODEL_ANSWER_INVALID", "`text/html`"),
                    failure(
                        provider, new Step.Cut("{\"plans\""), "MODEL_ANSWER_INVALID", "broke off"),
                    failure(
                        provider,
                        new Step.Silence(""),
                        "MODEL_UNAVAILABLE",
                        "said nothing for 1100 ms"),
                    failure(
                        provider,
                        new Step.Silence("{\"plans\""),
                        "MODEL_UNAVAILABLE",
                        "said nothing"),
                    failure(
                        provider,
                        new Step.Events(List.of(ScriptedProtocol.data("{broken"))),
                        "MODEL_ANSWER_INVALID",
                        "protocol"),
                    failure(
                        provider,
                        new Step.Events(List.of()),
                        "MODEL_ANSWER_INVALID",
                        "broke off")));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("failures")
  void everyFailureHasItsCodeAndTellsNoSecret(
      Provider provider, Step step, ErrorCode code, String words) {
    try (ScriptedModel server = ScriptedModel.of(provider).says(step, JSON);
        HttpModel model =
            step instanceof Step.Silence
                ? impatient(server, provider, 0)
                : model(server, provider, 0)) {
      AlidadeException failure = failure(model);

      assertThat(failure.code()).isEqualTo(code);
      assertThat(failure).hasMessageContaining("The model `scripted` ").hasMessageContaining(words);
      assertThat(failure).hasMessageNotContaining(KEY).hasMessageNotContaining("127.0.0.1");
      assertThat(model.answer(request(), listening(Cancellation.never())).text()).isEqualTo(JSON);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anAnswerThatDidNotEndInOrderIsNone(Provider provider) {
    boolean anthropic = provider == Provider.ANTHROPIC;
    try (ScriptedModel server = ScriptedModel.of(provider);
        HttpModel model = model(server, provider, 0)) {
      server.says(
          server.truncated(JSON),
          server.ending(JSON, anthropic ? "max_tokens" : "length"),
          server.ending("", anthropic ? "refusal" : "content_filter"),
          server.ending("  ", "usual"),
          server.failing("overloaded_error"),
          server.failing("api_error"));

      assertThat(failure(model)).hasMessageContaining("broke off before the end");
      assertThat(failure(model)).hasMessageContaining("more than 500 tokens");
      assertThat(failure(model).code()).isEqualTo(ErrorCode.MODEL_REFUSED);
      assertThat(failure(model)).hasMessageContaining("answered with nothing");
      assertThat(failure(model).code()).isEqualTo(ErrorCode.MODEL_OVERLOADED);
      assertThat(failure(model).code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
      // What was read before an answer broke was paid for.
      assertThat(spent).hasSize(anthropic ? 6 : 3);
    }
  }

  @ParameterizedTest
  @EnumSource
  void triesAgainWhatFailsInPassing(Provider provider) {
    try (ScriptedModel server = ScriptedModel.of(provider);
        HttpModel model = model(server, provider, 3)) {
      server.says(status(529, "overloaded_error"), new Step.Cut("{"), server.truncated("{"), JSON);

      assertThat(model.answer(request(), listening(Cancellation.never())).text()).isEqualTo(JSON);
      assertThat(server.asked()).hasSize(4);
    }
  }

  @ParameterizedTest
  @EnumSource
  void triesNothingAgainThatWillFailAgain(Provider provider) {
    try (ScriptedModel server =
            ScriptedModel.of(provider).says(status(401, "authentication_error"), JSON);
        HttpModel model = model(server, provider, 3)) {
      assertThat(failure(model).code()).isEqualTo(ErrorCode.MODEL_KEY_REJECTED);
      assertThat(server.asked()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void waitsAsLongAsIsAskedFor(Provider provider) {
    Step soon = new Step.Status(429, List.of("Retry-After: 1"), "{}");
    try (ScriptedModel server = ScriptedModel.of(provider).says(soon, JSON);
        HttpModel model = model(server, provider, 1)) {
      long start = System.nanoTime();

      assertThat(model.answer(request(), listening(Cancellation.never())).text()).isEqualTo(JSON);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsHowLongToWaitWhereThatIsTooLong(Provider provider) {
    Step late = new Step.Status(429, List.of("Retry-After: 120"), "{}");
    try (ScriptedModel server = ScriptedModel.of(provider).says(late, JSON);
        HttpModel model = model(server, provider, 3)) {
      AlidadeException failure = failure(model);

      assertThat(failure.retryAfter()).contains(Duration.ofMinutes(2));
      assertThat(server.asked()).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void endsWithItsTimeHoweverOftenItMayTry(Provider provider) {
    try (ScriptedModel server = ScriptedModel.of(provider);
        HttpModel model = impatient(server, provider, 100)) {
      for (int count = 0; count < 100; count++) {
        server.says(new Step.Silence("{"));
      }
      long start = System.nanoTime();

      assertThat(failure(model).code()).isEqualTo(ErrorCode.MODEL_UNAVAILABLE);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(15));
      assertThat(server.asked()).hasSizeBetween(2, 10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void stopsWhenNobodyWaitsAnyMore(Provider provider) throws InterruptedException {
    for (Step step : List.of(new Step.Silence(""), new Step.Silence("{\"plans\""))) {
      try (ScriptedModel server = ScriptedModel.of(provider).says(step);
          HttpModel model = model(server, provider, 3)) {
        Cancellation cancellation = new Cancellation();
        Thread later =
            Thread.ofVirtual()
                .start(
                    () -> {
                      while (server.asked().isEmpty()) {
                        Thread.onSpinWait();
                      }
                      cancellation.cancel();
                    });
        AlidadeException failure =
            catchThrowableOfType(
                AlidadeException.class, () -> model.answer(request(), listening(cancellation)));
        later.join();

        assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_CANCELLED);
        assertThat(server.asked()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void saysThatNobodyIsThere(Provider provider) {
    URI nobody;
    try (ScriptedModel server = ScriptedModel.of(provider)) {
      nobody = server.address();
    }
    try (HttpModel model = model(nobody, provider, 1)) {
      assertThat(failure(model)).hasMessageContaining("cannot be reached");
    }
  }

  private AlidadeException failure(HttpModel model) {
    return catchThrowableOfType(
        AlidadeException.class, () -> model.answer(request(), listening(Cancellation.never())));
  }

  private static Arguments failure(Provider provider, Step step, String code, String words) {
    return Arguments.of(provider, step, ErrorCode.valueOf(code), words);
  }

  private static Step status(int status, String kind) {
    return new Step.Status(
        status,
        status == 302 ? List.of("Location: http://127.0.0.1:1/elsewhere") : List.of(),
        kind.isEmpty() ? "" : ScriptedModel.error(kind, "your key is " + KEY));
  }

  private Listening listening(Cancellation cancellation) {
    return new Listening(cancellation, pieces::add, spent::add);
  }

  static ModelRequest request() {
    return new ModelRequest(
        "Be brief.",
        List.of(new ModelRequest.Message(ModelRequest.Speaker.USER, "Which customers?")),
        Json.mapper().createObjectNode().put("type", "object"));
  }

  private static HttpModel model(ScriptedModel server, Provider provider, int retries) {
    return model(server.address(), provider, retries);
  }

  private static HttpModel model(URI address, Provider provider, int retries) {
    // Long: other tests keep the processors busy.
    Duration patience = Duration.ofMinutes(1);
    return model(address, provider, retries, new Timeouts(patience, patience, patience));
  }

  private static HttpModel impatient(ScriptedModel server, Provider provider, int retries) {
    Timeouts few =
        new Timeouts(Duration.ofSeconds(2), Duration.ofMillis(1_100), Duration.ofSeconds(4));
    return model(server.address(), provider, retries, few);
  }

  private static HttpModel model(URI address, Provider provider, int retries, Timeouts timeouts) {
    ModelSettings settings =
        new ModelSettings(
            "scripted",
            provider,
            "m-1",
            address,
            Optional.of(new ApiKey(KEY)),
            timeouts,
            500,
            Optional.of(new BigDecimal("0.5")),
            3,
            retries,
            Price.FREE,
            Cap.NONE,
            Sharing.USUAL,
            ModelSettings.USUAL_KEEP);
    return new HttpModel(settings, Clock.systemUTC(), Duration.ofMillis(5));
  }
}
