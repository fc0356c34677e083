package dev.alidade.identity;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.operation.Invocation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Callers that are kept in the store, and everybody's passwords. */
final class CallerService {
  private static final String CLOSED =
      "The server is no longer open: every door now asks for an API key or a sign-in";

  private final Identities identities;
  private final Passwords passwords;
  private final KeyService keys;
  private final RoleBook roles;
  private final Clock clock;

  CallerService(
      Identities identities, Passwords passwords, KeyService keys, RoleBook roles, Clock clock) {
    this.identities = identities;
    this.passwords = passwords;
    this.keys = keys;
    this.roles = roles;
    this.clock = clock;
  }

  CreateCallerOutput create(CreateCallerInput input, Invocation invocation) {
    Caller asking = invocation.caller();
    boolean wasOpen = identities.isOpen();
    requireAdministrator(asking);
    input.roles().forEach(this::checkRole);
    input.limits().ifPresent(limits -> roles.checkLimits(input.name(), limits));
    Principal caller =
        new Principal(
            input.name(),
            Set.copyOf(input.roles()),
            input.attributes().orElse(Map.of()),
            input.password().map(passwords::hash),
            input.limits().orElse(Map.of()),
            false);
    if (wasOpen && !roles.administers(caller.caller())) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The first caller has to be able to create others; give `%s` a role that administers"
              .formatted(caller.name()));
    }
    boolean isLocal = asking.name().equals(Caller.LOCAL.name());
    if (exists(caller.name())
        || !identities.callers().add(caller, asking.name(), clock.instant(), isLocal)) {
      throw exists(caller.name()) ? taken(caller.name()) : noLongerOpen();
    }
    identities.seen(caller);
    roles.callersChanged();
    return new CreateCallerOutput(
        CallerSummary.of(caller, roles),
        caller.password().isPresent() ? Optional.empty() : Optional.of(keys.first(caller, asking)),
        wasOpen ? Optional.of(CLOSED) : Optional.empty());
  }

  /** Names that differ in case only would be taken for each other. */
  private boolean exists(String name) {
    return identities.all().stream().anyMatch(caller -> caller.name().equalsIgnoreCase(name));
  }

  private static AlidadeException taken(String name) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "There is a caller `%s` already; choose another name".formatted(name));
  }

  /** Two were let in while the server was open; only one of them is the first. */
  private static AlidadeException noLongerOpen() {
    return new AlidadeException(ErrorCode.UNAUTHENTICATED, CLOSED);
  }

  private void checkRole(String role) {
    if (!roles.names().isEmpty() && !roles.names().contains(role)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "There is no role `%s`%s. Roles: %s"
              .formatted(
                  role,
                  Nearest.hint(role, roles.names()),
                  String.join(", ", roles.names().stream().sorted().toList())));
    }
  }

  ListCallersOutput list(Invocation invocation) {
    requireAdministrator(invocation.caller());
    List<CallerSummary> all =
        identities.all().stream().map(caller -> CallerSummary.of(caller, roles)).toList();
    return new ListCallersOutput(all);
  }

  ChangeCallerOutput change(ChangeCallerInput input, Invocation invocation) {
    Caller asking = invocation.caller();
    requireAdministrator(asking);
    Principal caller = stored(input.name(), "change it there");
    input.roles().ifPresent(names -> names.forEach(this::checkRole));
    input.limits().ifPresent(limits -> roles.checkLimits(input.name(), limits));
    Principal changed =
        new Principal(
            caller.name(),
            input.roles().map(Set::copyOf).orElse(caller.roles()),
            input.attributes().orElse(caller.attributes()),
            caller.password(),
            input.limits().orElse(caller.limits()),
            false);
    boolean isOwn = caller.name().equals(asking.name());
    if (isOwn && !roles.administers(changed.caller())) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "You would no longer administer; another administrator can take that role from you");
    }
    identities.callers().change(changed);
    roles.callersChanged();
    return new ChangeCallerOutput(CallerSummary.of(changed, roles));
  }

  RemoveCallerOutput remove(RemoveCallerInput input, Invocation invocation) {
    Caller asking = invocation.caller();
    requireAdministrator(asking);
    Principal caller = stored(input.name(), "remove it there");
    boolean isOwn = caller.name().equals(asking.name());
    if (isOwn && identities.all().size() > 1) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "You cannot remove yourself, lest nobody administers; another administrator can");
    }
    boolean mayBeLast = identities.hasConfigured();
    if (!identities.callers().remove(caller.name(), mayBeLast)
        && identities.find(caller.name()).isPresent()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`%s` is the last caller; without any, everybody at this machine would be let in. Create another first"
              .formatted(caller.name()));
    }
    roles.callersChanged();
    return new RemoveCallerOutput(caller.name());
  }

  SetPasswordOutput setPassword(SetPasswordInput input, Invocation invocation) {
    Caller asking = invocation.caller();
    String name = input.caller().orElse(asking.name());
    boolean isOwn = name.equals(asking.name());
    if (!isOwn) {
      requireAdministrator(asking);
    }
    Principal caller = stored(name, "change it there");
    if (isOwn) {
      checkPresent(caller, input, invocation);
    }
    identities.callers().setPassword(name, passwords.hash(input.password()));
    // Whoever signed in with the old one is out; only the session that asked goes on.
    identities
        .sessions()
        .removeAllOf(name, SignIns.tokenOf(invocation.credential()).map(Token::id).orElse(""));
    return new SetPasswordOutput(name);
  }

  private void checkPresent(Principal caller, SetPasswordInput input, Invocation invocation) {
    String address = invocation.credential().entrance().address();
    identities.intruders().beginSignIn(caller.name(), address);
    if (!passwords.matches(caller.password(), input.currentPassword().orElse(""))) {
      throw new AlidadeException(
          ErrorCode.PERMISSION_DENIED,
          "`current_password` is not your present one; who has none is given one by an administrator");
    }
    identities.intruders().signedIn(caller.name(), address);
  }

  private Principal stored(String name, String remedy) {
    Principal caller =
        identities
            .find(name)
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.CALLER_NOT_FOUND,
                        "There is no caller `%s`; list_callers names those that exist"
                            .formatted(name)));
    if (caller.configured()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`%s` stands in alidade.yaml; %s".formatted(name, remedy));
    }
    return caller;
  }

  private void requireAdministrator(Caller caller) {
    if (!roles.administers(caller)) {
      throw new AlidadeException(
          ErrorCode.PERMISSION_DENIED, "Callers are dealt with by administrators; ask one of them");
    }
  }
}
