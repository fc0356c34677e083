package dev.alidade.ask.model;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What a provider's failures mean. Of its own words only a short code is told: the rest may repeat
 * the key or the question.
 */
final class ModelFailures {
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);

  private final ModelSettings settings;
  private final Clock clock;

  ModelFailures(ModelSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** An answer with another status than 200. */
  Attempt.Failed ofStatus(int status, Optional<String> retryAfter, String kind) {
    String code = "%d%s".formatted(status, told(kind));
    if (status == 401 || status == 403) {
      return Attempt.Failed.forGood(
          failure(
              ErrorCode.MODEL_KEY_REJECTED,
              "rejects the key (%s); correct `api-key` of the model".formatted(code)));
    }
    if (status == 404) {
      return Attempt.Failed.forGood(
          failure(
              ErrorCode.MODEL_UNAVAILABLE,
              "is not known at its address (%s); correct `model` or `base-url`".formatted(code)));
    }
    if (status == 429 || status == 529) {
      return Attempt.Failed.inPassing(
          AlidadeException.until(
              ErrorCode.MODEL_OVERLOADED,
              sentence("takes no more questions for now (%s); ask again later".formatted(code)),
              retryAfter.flatMap(this::duration).orElse(Duration.ZERO)));
    }
    if (status == 408 || status >= 500) {
      return new Attempt.Failed(
          failure(ErrorCode.MODEL_UNAVAILABLE, "failed (%s); ask again later".formatted(code)),
          true,
          retryAfter.flatMap(this::duration));
    }
    return Attempt.Failed.forGood(
        failure(
            ErrorCode.MODEL_UNAVAILABLE,
            "does not take the request (%s); check `model`, `base-url` and `max-tokens`"
                .formatted(code)));
  }

  /** A failure that the provider tells of within its answer. */
  Attempt.Failed ofEvent(String kind) {
    boolean overloaded = kind.contains("overloaded") || kind.contains("rate_limit");
    return Attempt.Failed.inPassing(
        failure(
            overloaded ? ErrorCode.MODEL_OVERLOADED : ErrorCode.MODEL_UNAVAILABLE,
            "stopped in the middle of its answer%s; ask again later".formatted(told(kind))));
  }

  /** No connection, or one that broke. */
  Attempt.Failed unreachable() {
    return Attempt.Failed.inPassing(
        failure(
            ErrorCode.MODEL_UNAVAILABLE, "cannot be reached; check `base-url` and the network"));
  }

  /** A server that speaks something else. */
  Attempt.Failed ofType(String type) {
    String shown = type.matches("[a-z/+.-]{1,60}") ? "`" + type + "`" : "something else";
    return Attempt.Failed.forGood(
        failure(
            ErrorCode.MODEL_ANSWER_INVALID,
            "answered with %s where a stream of events was expected; check `base-url` and `provider`"
                .formatted(shown)));
  }

  Attempt.Failed unreadable() {
    return Attempt.Failed.inPassing(
        failure(ErrorCode.MODEL_ANSWER_INVALID, "sent what cannot be read as its protocol"));
  }

  Attempt.Failed truncated() {
    return Attempt.Failed.inPassing(
        failure(ErrorCode.MODEL_ANSWER_INVALID, "broke off before the end of its answer"));
  }

  Attempt.Failed empty() {
    return Attempt.Failed.inPassing(
        failure(ErrorCode.MODEL_ANSWER_INVALID, "answered with nothing"));
  }

  Attempt.Failed declined() {
    return Attempt.Failed.forGood(
        failure(ErrorCode.MODEL_REFUSED, "refused to answer; ask in other words"));
  }

  Attempt.Failed tooLong() {
    return Attempt.Failed.forGood(
        failure(
            ErrorCode.MODEL_ANSWER_INVALID,
            "wrote more than %,d tokens and was cut off; raise `max-tokens`"
                .formatted(settings.maxTokens())));
  }

  /** Nothing came for too long. */
  Attempt.Failed silent(Duration waited) {
    return Attempt.Failed.inPassing(
        failure(
            ErrorCode.MODEL_UNAVAILABLE,
            "said nothing for %s; ask again later".formatted(shown(waited))));
  }

  /** The time for the whole answer is over. */
  Attempt.Failed late() {
    return Attempt.Failed.forGood(
        failure(
            ErrorCode.MODEL_UNAVAILABLE,
            "did not answer within %s; raise `timeout` of the model, or ask again later"
                .formatted(shown(settings.timeouts().whole()))));
  }

  private AlidadeException failure(ErrorCode code, String what) {
    return new AlidadeException(code, sentence(what));
  }

  private String sentence(String what) {
    return "The model `%s` %s".formatted(settings.name(), what);
  }

  private static String told(String kind) {
    return kind.matches("[a-z_]{1,40}") ? ", " + kind : "";
  }

  private static String shown(Duration time) {
    return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  /** Seconds, or a moment. */
  private Optional<Duration> duration(String text) {
    if (text.matches("\\d{1,7}")) {
      return Optional.of(limited(Duration.ofSeconds(Long.parseLong(text))));
    }
    try {
      Instant moment = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(limited(Duration.between(clock.instant(), moment)));
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }

  private static Duration limited(Duration time) {
    if (time.isNegative()) {
      return Duration.ZERO;
    }
    return time.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : time;
  }
}
