package dev.alidade.operation;

import java.util.Objects;
import java.util.Optional;

/**
 * An output that may wait for a person's decision, which the caller does not take here; doors that
 * can send somebody to a page do. What comes of it is the operation's {@code outcome}.
 */
public interface OpenDecision {
  /** What waits; empty where nothing does. */
  Optional<Waiting> openDecision();

  /**
   * A decision that somebody has to take.
   *
   * @param id for the operation's {@code outcome}; whoever knows it may do nothing by that alone
   * @param message what is decided and by whom, for the person who is sent to the page
   * @param page where it is decided, from the root of the web client
   */
  record Waiting(String id, String message, String page) {
    public Waiting {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(message, "message");
      if (!page.startsWith("/")) {
        throw new IllegalArgumentException("no page from the root: " + page);
      }
    }
  }
}
