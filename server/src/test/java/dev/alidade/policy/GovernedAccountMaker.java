package dev.alidade.policy;

import java.util.List;

/** Makes an account that sees nothing, to ask an engine whether it can make any. */
public final class GovernedAccountMaker {
  private GovernedAccountMaker() {}

  /** An account of {@code source}. */
  public static GovernedAccount empty(String source) {
    return new GovernedAccount(source, "nobody", "no word", List.of());
  }
}
