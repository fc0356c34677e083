package dev.alidade.identity;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Credential;
import java.util.List;
import java.util.Optional;

/** Says who stands behind a credential; while there is no caller at all, everybody is let in. */
public final class Identities implements Authenticator {
  private final List<ConfiguredCaller> configured;

  /** Knows these callers. */
  public Identities(List<ConfiguredCaller> configured) {
    this.configured = List.copyOf(configured);
  }

  /** Whether everybody is let in, because there is nobody to tell apart. */
  public boolean isOpen() {
    return configured.isEmpty();
  }

  @Override
  public Caller authenticate(Credential credential) {
    String door = credential.entrance().door();
    if (isOpen()) {
      return Caller.LOCAL.through(door);
    }
    Optional<Caller> caller =
        switch (credential) {
          case Credential.None ignored -> Optional.empty();
          case Credential.Cookie ignored -> Optional.empty();
          case Credential.Bearer bearer -> bearing(bearer.token());
        };
    return caller.orElseThrow(Identities::unknown).through(door);
  }

  /** One and the same for whatever is wrong, so that nobody learns which keys exist. */
  private static AlidadeException unknown() {
    return new AlidadeException(
        ErrorCode.UNAUTHENTICATED,
        "Sign in, or show a valid API key: `Authorization: Bearer KEY`,"
            + " or ALIDADE_API_KEY for the command line");
  }

  private Optional<Caller> bearing(String token) {
    String shown = SecretHash.of(token).text();
    Optional<Caller> found = Optional.empty();
    for (ConfiguredCaller caller : configured) {
      // All are looked at, so that the time does not tell which came near.
      if (caller.apiKey().isPresent()
          && SecretHash.read(caller.apiKey().get()).equals(SecretHash.read(shown))) {
        found = Optional.of(callerOf(caller));
      }
    }
    return found;
  }

  private static Caller callerOf(ConfiguredCaller caller) {
    return new Caller(caller.name(), caller.roles(), caller.attributes());
  }
}
