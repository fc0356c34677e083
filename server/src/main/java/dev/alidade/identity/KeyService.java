package dev.alidade.identity;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** API keys: one's own, and for administrators everybody's. */
final class KeyService {
  private static final Duration USUAL_LIFE = Duration.ofDays(90);
  private static final Duration LONGEST_LIFE = Duration.ofDays(366);

  private final Identities identities;
  private final RoleBook roles;
  private final Clock clock;

  KeyService(Identities identities, RoleBook roles, Clock clock) {
    this.identities = identities;
    this.roles = roles;
    this.clock = clock;
  }

  CreatedKey create(CreateApiKeyInput input, Invocation invocation) {
    Caller asking = invocation.caller();
    Principal owner = owner(input.caller(), asking);
    boolean isOwn = owner.name().equals(asking.name());
    boolean byKey =
        SignIns.tokenOf(invocation.credential())
            .filter(token -> token.kind() == Token.Kind.API_KEY)
            .isPresent();
    if (isOwn && byKey && !roles.administers(asking)) {
      // Otherwise a key that leaked would outlive its end and its revocation.
      throw new AlidadeException(
          ErrorCode.PERMISSION_DENIED,
          "An API key makes no further keys; sign in with your password, or ask an administrator");
    }
    // A key that holds some of its owner's roles gives away no others.
    Set<String> available = isOwn ? asking.roles() : owner.roles();
    return create(owner, input.name(), chosen(input, owner, available), expiry(input), asking);
  }

  /** A key with all roles of a caller who has no other way in. */
  CreatedKey first(Principal owner, Caller asking) {
    return create(owner, "first", owner.roles(), clock.instant().plus(USUAL_LIFE), asking);
  }

  private CreatedKey create(
      Principal owner, String name, Set<String> keyRoles, Instant expiresAt, Caller asking) {
    Token token = Token.next(Token.Kind.API_KEY);
    ApiKey key =
        new ApiKey(
            token.id(),
            owner.name(),
            name,
            token.hash(),
            keyRoles,
            clock.instant(),
            expiresAt,
            Optional.empty());
    identities.keys().add(key, asking.name());
    return CreatedKey.of(token, key);
  }

  private static Set<String> chosen(
      CreateApiKeyInput input, Principal owner, Set<String> available) {
    if (input.roles().isEmpty()) {
      return available;
    }
    for (String role : input.roles().get()) {
      if (!available.contains(role)) {
        throw new AlidadeException(
            ErrorCode.INVALID_INPUT,
            "`%s` has no role `%s` to give to a key. Roles: %s"
                .formatted(
                    owner.name(),
                    role,
                    available.isEmpty() ? "none" : String.join(", ", new TreeSet<>(available))));
      }
    }
    return Set.copyOf(input.roles().get());
  }

  private Instant expiry(CreateApiKeyInput input) {
    Instant now = clock.instant();
    if (input.expiresAt().isEmpty()) {
      return now.plus(USUAL_LIFE);
    }
    Instant expiry = Moments.read("expires_at", input.expiresAt().get());
    if (!expiry.isAfter(now) || expiry.isAfter(now.plus(LONGEST_LIFE))) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`expires_at` lies in the future, %d days ahead at most"
              .formatted(LONGEST_LIFE.toDays()));
    }
    return expiry;
  }

  ListApiKeysOutput list(ListApiKeysInput input, Invocation invocation) {
    Principal owner = owner(input.caller(), invocation.caller());
    List<ApiKey> keys = identities.keys().list(owner.name());
    Instant now = clock.instant();
    return new ListApiKeysOutput(keys.stream().map(key -> KeySummary.of(key, now)).toList());
  }

  RevokeApiKeyOutput revoke(RevokeApiKeyInput input, Invocation invocation) {
    Caller asking = invocation.caller();
    String id = Token.read(input.id()).map(Token::id).orElse(input.id());
    ApiKey key =
        identities
            .keys()
            .find(id)
            .filter(found -> found.owner().equals(asking.name()) || roles.administers(asking))
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.API_KEY_NOT_FOUND,
                        "You have no API key with this id; list_api_keys names yours"));
    identities.keys().remove(key.id());
    return new RevokeApiKeyOutput(key.id(), key.name(), key.owner());
  }

  /** Oneself, or for an administrator any caller. */
  private Principal owner(Optional<String> named, Caller asking) {
    String name = named.orElse(asking.name());
    if (!name.equals(asking.name()) && !roles.administers(asking)) {
      throw new AlidadeException(
          ErrorCode.PERMISSION_DENIED,
          "The keys of `%s` are not yours; only an administrator deals with them".formatted(name));
    }
    return identities
        .find(name)
        .orElseThrow(
            () ->
                new AlidadeException(
                    ErrorCode.CALLER_NOT_FOUND,
                    ("There is no caller `%s`; list_callers names those that exist,"
                            + " create_caller makes one")
                        .formatted(name)));
  }
}
