package dev.alidade.identity;

import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Credential;
import dev.alidade.operation.Entrance;
import dev.alidade.operation.Invocation;
import java.time.Clock;
import java.util.Optional;

/** Signing in with a password, and out again. */
final class SignIns {
  private static final String SIGNED_OUT = "signed_out";

  private final Identities identities;
  private final Passwords passwords;
  private final Audit audit;
  private final Clock clock;

  SignIns(Identities identities, Passwords passwords, Audit audit, Clock clock) {
    this.identities = identities;
    this.passwords = passwords;
    this.audit = audit;
    this.clock = clock;
  }

  SignInOutput signIn(SignInInput input, Invocation invocation) {
    Entrance entrance = invocation.credential().entrance();
    identities.intruders().beginSignIn(input.name(), entrance.address());
    Optional<Principal> caller = identities.find(input.name());
    boolean right =
        passwords.matches(caller.flatMap(Principal::password), input.password())
            && caller.isPresent();
    record(
        input.name(),
        entrance,
        "password",
        right ? AuditEvent.OK : ErrorCode.UNAUTHENTICATED.name());
    if (!right) {
      throw new AlidadeException(
          ErrorCode.UNAUTHENTICATED, "The name or the password is wrong; try again");
    }
    identities.intruders().signedIn(input.name(), entrance.address());
    Token token = Token.next(Token.Kind.SESSION);
    Session session = Session.begin(token, input.name(), clock.instant());
    identities.sessions().add(session);
    return new SignInOutput(
        input.name(),
        caller.get().roles().stream().sorted().toList(),
        Moments.text(session.expiresAt()),
        Optional.of(token.text()));
  }

  private void record(String name, Entrance entrance, String method, String outcome) {
    audit.record(new AuditEvent.SignIn(clock.instant(), name, entrance.door(), method, outcome));
  }

  SignOutOutput signOut(Invocation invocation) {
    Optional<Token> session =
        tokenOf(invocation.credential()).filter(token -> token.kind() == Token.Kind.SESSION);
    boolean known = !invocation.caller().name().equals(Caller.STRANGER.name());
    if (session.isEmpty() || !known) {
      return new SignOutOutput(false);
    }
    identities.sessions().remove(session.get().id());
    record(invocation.caller().name(), invocation.credential().entrance(), "session", SIGNED_OUT);
    return new SignOutOutput(true);
  }

  WhoAmIOutput whoAmI(Invocation invocation) {
    Caller caller = invocation.caller();
    boolean open = identities.isOpen();
    return new WhoAmIOutput(
        caller.name(),
        caller.roles().stream().sorted().toList(),
        caller.attributes(),
        caller.door(),
        open ? WhoAmIOutput.Method.NOTHING : methodOf(invocation.credential()),
        open);
  }

  private WhoAmIOutput.Method methodOf(Credential credential) {
    if (identities.isOfIssuer(credential)) {
      return WhoAmIOutput.Method.TOKEN;
    }
    Optional<Token> given = tokenOf(credential);
    if (given.isPresent() && given.get().kind() == Token.Kind.SESSION) {
      return WhoAmIOutput.Method.SESSION;
    }
    return credential instanceof Credential.Bearer || given.isPresent()
        ? WhoAmIOutput.Method.API_KEY
        : WhoAmIOutput.Method.NOTHING;
  }

  /** The token that a credential holds, if Alidade gave it out. */
  static Optional<Token> tokenOf(Credential credential) {
    return switch (credential) {
      case Credential.None ignored -> Optional.empty();
      case Credential.Cookie cookie -> Token.read(cookie.token());
      case Credential.Bearer bearer -> Token.read(bearer.token());
    };
  }
}
