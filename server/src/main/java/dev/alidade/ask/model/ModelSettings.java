package dev.alidade.ask.model;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A language model as configured.
 *
 * @param name what it is called here
 * @param model what its provider calls it
 * @param maxTokens how much it may write at once
 * @param candidates how many plans it is asked for
 * @param retries how often a call that failed in passing is made again
 * @param keep how long an answer is given again to the very same prompt
 */
public record ModelSettings(
    String name,
    Provider provider,
    String model,
    URI baseUrl,
    Optional<ApiKey> apiKey,
    Timeouts timeouts,
    int maxTokens,
    Optional<BigDecimal> temperature,
    int candidates,
    int retries,
    Price price,
    Cap cap,
    Sharing sharing,
    Duration keep) {
  /** How much a model may write where nothing is said. */
  public static final int USUAL_TOKENS = 4_096;

  /** How many plans a model is asked for where nothing is said. */
  public static final int USUAL_CANDIDATES = 3;

  /** How often a failed call is made again where nothing is said. */
  public static final int USUAL_RETRIES = 2;

  /** How long answers are kept where nothing is said. */
  public static final Duration USUAL_KEEP = Duration.ofHours(1);

  public ModelSettings {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(baseUrl, "baseUrl");
    Objects.requireNonNull(apiKey, "apiKey");
    Objects.requireNonNull(timeouts, "timeouts");
    Objects.requireNonNull(temperature, "temperature");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(cap, "cap");
    Objects.requireNonNull(sharing, "sharing");
    Objects.requireNonNull(keep, "keep");
  }

  /** A model with all else as usual. */
  public static ModelSettings of(
      String name, Provider provider, String model, URI baseUrl, Optional<ApiKey> apiKey) {
    return new ModelSettings(
        name,
        provider,
        model,
        baseUrl,
        apiKey,
        Timeouts.USUAL,
        USUAL_TOKENS,
        Optional.empty(),
        USUAL_CANDIDATES,
        USUAL_RETRIES,
        Price.FREE,
        Cap.NONE,
        Sharing.USUAL,
        USUAL_KEEP);
  }
}
