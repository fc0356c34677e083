package dev.alidade.ask.model;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a model said.
 *
 * @param since when, where it was not asked for this; nothing was spent then
 */
record Told(String text, Optional<Instant> since) {
  Told {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(since, "since");
  }
}
