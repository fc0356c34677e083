package dev.alidade.ask.model;

import java.util.Map;
import java.util.Objects;

/** What of each source may be sent to a model; {@code usual} holds where nothing is said. */
public record Sharing(Share usual, Map<String, Share> bySource) {
  /** No value leaves unless it was allowed to. */
  public static final Sharing USUAL = new Sharing(Share.SCHEMA, Map.of());

  public Sharing {
    Objects.requireNonNull(usual, "usual");
    bySource = Map.copyOf(bySource);
  }

  /** What of this source. */
  public Share of(String source) {
    return bySource.getOrDefault(source, usual);
  }
}
