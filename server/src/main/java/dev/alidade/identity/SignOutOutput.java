package dev.alidade.identity;

import dev.alidade.operation.Description;
import dev.alidade.operation.SessionOutput;
import java.util.Optional;

record SignOutOutput(@Description("Whether there was a session to end") boolean signedOut)
    implements SessionOutput {
  @Override
  public Optional<String> session() {
    return Optional.empty();
  }

  @Override
  public Record withoutSession() {
    return this;
  }
}
