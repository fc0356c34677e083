package dev.alidade.share;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

/** What {@code continue_share} takes. */
public record ContinueShareInput(
    @Description("As share_conversation gave it") String token,
    @Description("The number of the turn to go on from; the last one unless given")
        Optional<Integer> turn) {
  public ContinueShareInput {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(turn, "turn");
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "continue_share " + turn;
  }
}
