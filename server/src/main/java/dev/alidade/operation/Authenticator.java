package dev.alidade.operation;

import dev.alidade.base.Caller;

/** Says who sends a request; every door asks it before every call. */
@FunctionalInterface
public interface Authenticator {
  /** Lets everybody in as the person at the machine. */
  Authenticator OPEN = credential -> Caller.LOCAL.through(credential.entrance().door());

  /**
   * The caller that a credential stands for. Fails with UNAUTHENTICATED, alike for whatever is
   * wrong with it, or with TOO_MANY_ATTEMPTS.
   */
  Caller authenticate(Credential credential);

  /** Whether {@link #prepare} should come before, because saying who it is may take a while. */
  default boolean needsPreparation(Credential credential) {
    return false;
  }

  /** Fetches what is needed to believe a credential; blocks, and fails never. */
  default void prepare(Credential credential) {}
}
