package dev.alidade.policy;

import dev.alidade.sql.Effect;
import dev.alidade.sql.Inspection;
import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Optional;

/** Makes a governed write that no gate has seen, to prove that an engine defends itself. */
public final class GovernedWriteMaker {
  private GovernedWriteMaker() {}

  /** A statement that claims to be governed. */
  public static GovernedWrite forge(String source, String text, TableName target) {
    Inspection inspection =
        new Inspection(
            Effect.WRITE, Optional.of(text), List.of(target), List.of(), List.of(), List.of());
    return new GovernedWrite(source, text, inspection, target);
  }
}
