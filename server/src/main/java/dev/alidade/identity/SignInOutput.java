package dev.alidade.identity;

import dev.alidade.operation.Description;
import dev.alidade.operation.SessionOutput;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

record SignInOutput(
    String name,
    List<String> roles,
    @Description("Ends earlier when it is not used for 8 hours") String expiresAt,
    @Description("Send it as `Authorization: Bearer SESSION`; a browser gets a cookie instead")
        Optional<String> session)
    implements SessionOutput {
  SignInOutput {
    roles = List.copyOf(roles);
    Objects.requireNonNull(session, "session");
  }

  @Override
  public Record withoutSession() {
    return new SignInOutput(name, roles, expiresAt, Optional.empty());
  }

  /** Without the token. */
  @Override
  public String toString() {
    return "session of " + name;
  }
}
