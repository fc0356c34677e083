package dev.alidade.share;

import dev.alidade.operation.Description;
import java.util.Objects;

/** What {@code open_share} takes. */
public record OpenShareInput(
    @Description("As share_conversation gave it; the page's address ends with it") String token) {
  public OpenShareInput {
    Objects.requireNonNull(token, "token");
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "open_share";
  }
}
