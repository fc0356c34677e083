package dev.alidade.policy;

import java.util.List;

/** Makes governed SQL that no gate has seen, to prove that an engine defends itself. */
public final class GovernedSqlMaker {
  private GovernedSqlMaker() {}

  /** A statement that claims to be governed for {@code source}. */
  public static GovernedSql forge(String source, String text) {
    return new GovernedSql(source, text, text, text, text, List.of(), List.of(), List.of());
  }
}
