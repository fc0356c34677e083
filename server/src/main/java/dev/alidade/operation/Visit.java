package dev.alidade.operation;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Trace;
import java.util.Objects;

/** Who calls, and what they showed to be believed. */
public record Visit(Caller caller, Credential credential) {
  public Visit {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(credential, "credential");
  }

  /**
   * Whose requests are counted together: strangers are told apart by where they come from, or one
   * would stand in the way of all.
   */
  public String account() {
    return caller.name().equals(Caller.STRANGER.name())
        ? caller.name() + " " + credential.entrance().address()
        : caller.name();
  }

  /** The same, whose calls are part of a trace. */
  public Visit partOf(Trace trace) {
    return new Visit(caller.partOf(trace), credential);
  }

  /** Whoever shows this credential; fails as the authenticator does. */
  public static Visit of(Authenticator authenticator, Credential credential) {
    return new Visit(authenticator.authenticate(credential), credential);
  }

  /** The same for a call that does not need to know: whoever is not believed is a stranger. */
  public static Visit ofAnybody(Authenticator authenticator, Credential credential) {
    try {
      return of(authenticator, credential);
    } catch (AlidadeException unknown) {
      return new Visit(Caller.STRANGER.through(credential.entrance().door()), credential);
    }
  }
}
