package dev.alidade.ask.model;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a model is waited for.
 *
 * @param connect until a connection stands
 * @param silence until the first token, and between one and the next
 * @param whole until the last token, all tries together
 */
public record Timeouts(Duration connect, Duration silence, Duration whole) {
  /** What holds where nothing is said. */
  public static final Timeouts USUAL =
      new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(90));

  public Timeouts {
    Objects.requireNonNull(connect, "connect");
    Objects.requireNonNull(silence, "silence");
    Objects.requireNonNull(whole, "whole");
  }
}
