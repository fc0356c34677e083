package dev.alidade.identity;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.identity.issuer.Issuers;
import dev.alidade.operation.Authenticator;
import dev.alidade.operation.Credential;
import dev.alidade.store.Database;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Says who stands behind a credential. While there is no caller at all everybody is let in; once
 * there was one, this process never lets everybody in again.
 */
public final class Identities implements Authenticator, AutoCloseable {
  /** A first caller that another process creates is seen after this time. */
  private static final Duration LONGEST_UNSEEN = Duration.ofSeconds(1);

  private static final String BY_TOKEN = "token";

  /** What is shown is looked up in the store at every call, so that revoking works at once. */
  private final QuickReads reads;

  private final Map<String, Principal> configured = new LinkedHashMap<>();
  private final Map<SecretHash, Principal> configuredKeys = new LinkedHashMap<>();
  private final CallerStore callers;
  private final KeyStore keys;
  private final SessionStore sessions;
  private final Issuers issuers;
  private final SeenCallers tokenCallers;
  private final Intruders intruders;
  private final Audit audit;
  private final Clock clock;
  private final Cache<String, Boolean> noted;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closed;
  private volatile Instant lookAgain = Instant.MIN;

  /** Knows these callers and those of the store; what is refused is told to {@code audit}. */
  public Identities(
      Collection<ConfiguredCaller> configured, Database database, Audit audit, Clock clock) {
    this(configured, new Issuers(List.of(), clock), database, audit, clock);
  }

  /** The same, and whoever bears a token of these issuers. */
  public Identities(
      Collection<ConfiguredCaller> configured,
      Issuers issuers,
      Database database,
      Audit audit,
      Clock clock) {
    for (ConfiguredCaller caller : configured) {
      Principal principal = Principal.of(caller);
      this.configured.put(caller.name(), principal);
      caller.apiKey().ifPresent(key -> configuredKeys.put(SecretHash.read(key), principal));
    }
    this.audit = audit;
    this.clock = clock;
    reads = new QuickReads(database);
    callers = new CallerStore(database, reads);
    keys = new KeyStore(database, reads);
    sessions = new SessionStore(database, reads);
    intruders = new Intruders(clock);
    noted =
        Caches.builder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .ticker(() -> Duration.between(Instant.EPOCH, clock.instant()).toNanos())
            .build();
    this.issuers = issuers;
    tokenCallers = new SeenCallers(database);
    closed = !configured.isEmpty() || !issuers.isEmpty();
  }

  /** Whether everybody is let in, because there is nobody to tell apart. */
  public boolean isOpen() {
    if (closed) {
      return false;
    }
    Instant now = clock.instant();
    if (!now.isBefore(lookAgain)) {
      closed = !callers.isEmpty();
      lookAgain = now.plus(LONGEST_UNSEEN);
    }
    return !closed;
  }

  /** There is a caller now. */
  void seen(Principal first) {
    closed = closed || callers.find(first.name()).isPresent();
  }

  @Override
  public Caller authenticate(Credential credential) {
    Optional<Caller> caller =
        switch (credential) {
          case Credential.None ignored -> Optional.empty();
          // A browser keeps sessions only; a key in its place is a mistake.
          case Credential.Cookie cookie ->
              Token.read(cookie.token()).flatMap(this::session).flatMap(this::callerOf);
          case Credential.Bearer bearer -> bearing(bearer);
        };
    String door = credential.entrance().door();
    if (caller.isPresent()) {
      return caller.get().through(door);
    }
    if (isOpen()) {
      return Caller.LOCAL.through(door);
    }
    if (credential instanceof Credential.Bearer bearer) {
      intruders.wrongKey(bearer.entrance().address());
      String id = Token.read(bearer.token()).map(Token::toString).orElse("");
      recordRefused(id, bearer, "api_key");
    }
    throw unknown();
  }

  /** In the background: the door must not wait to say no. */
  private void recordRefused(String name, Credential.Bearer bearer, String method) {
    AuditEvent.SignIn event =
        new AuditEvent.SignIn(
            clock.instant(),
            name,
            bearer.entrance().door(),
            method,
            ErrorCode.UNAUTHENTICATED.name());
    background.execute(
        () -> {
          try {
            audit.record(event);
          } catch (RuntimeException unavailable) {
            // Nothing was let in; whatever is let in fails by itself without the audit.
          }
        });
  }

  /** One and the same for whatever is wrong, so that nobody learns which keys exist. */
  private static AlidadeException unknown() {
    return new AlidadeException(
        ErrorCode.UNAUTHENTICATED,
        "Sign in, or show a valid API key: `Authorization: Bearer KEY`,"
            + " or ALIDADE_API_KEY for the command line");
  }

  /** Nobody guesses what Alidade gave out; what stands in a file may be guessed at. */
  private Optional<Caller> bearing(Credential.Bearer bearer) {
    if (issuers.isToken(bearer.token())) {
      return Optional.of(ofIssuer(bearer));
    }
    Optional<Caller> given = given(bearer.token());
    if (given.isPresent() || configuredKeys.isEmpty()) {
      return given;
    }
    String address = bearer.entrance().address();
    SecretHash shown = SecretHash.of(bearer.token());
    intruders.checkKey(shown, address);
    Optional<Caller> found = Optional.ofNullable(configuredKeys.get(shown)).map(Principal::caller);
    found.ifPresent(ignored -> intruders.rightKey(shown, address));
    return found;
  }

  /**
   * Nobody guesses a signature either; an old token that is tried without end is noted at times.
   */
  private Caller ofIssuer(Credential.Bearer bearer) {
    try {
      Caller caller = issuers.caller(bearer.token());
      note("seen " + caller, () -> tokenCallers.seen(caller, clock.instant()));
      return caller;
    } catch (AlidadeException refused) {
      if (refused.code() == ErrorCode.UNAUTHENTICATED) {
        note("refused " + bearer.entrance().address(), () -> recordRefused("", bearer, BY_TOKEN));
      }
      throw refused;
    }
  }

  @Override
  public boolean needsPreparation(Credential credential) {
    return credential instanceof Credential.Bearer bearer && issuers.needsKeys(bearer.token());
  }

  @Override
  public void prepare(Credential credential) {
    if (credential instanceof Credential.Bearer bearer) {
      issuers.fetchKeys(bearer.token());
    }
  }

  /** Whether it is a token of an issuer rather than a key or a session of ours. */
  boolean isOfIssuer(Credential credential) {
    return credential instanceof Credential.Bearer bearer && issuers.isToken(bearer.token());
  }

  private Optional<Caller> given(String text) {
    Optional<Token> token = Token.read(text);
    if (token.isEmpty()) {
      return Optional.empty();
    }
    return switch (token.get().kind()) {
      case API_KEY -> key(token.get()).flatMap(this::callerOf);
      case SESSION -> session(token.get()).flatMap(this::callerOf);
    };
  }

  /** The key that a token is, if it is one and still holds. */
  Optional<ApiKey> key(Token token) {
    Instant now = clock.instant();
    return keys.find(token.id())
        .filter(key -> token.matches(key.hash()))
        .filter(key -> !key.isOver(now));
  }

  private Optional<Session> session(Token token) {
    Instant now = clock.instant();
    return Optional.of(token)
        .filter(shown -> shown.kind() == Token.Kind.SESSION)
        .flatMap(shown -> sessions.find(shown.id()))
        .filter(session -> token.matches(session.hash()))
        .filter(session -> !session.isOver(now));
  }

  private Optional<Caller> callerOf(ApiKey key) {
    Optional<Principal> owner = find(key.owner());
    owner.ifPresent(ignored -> note(key.id(), () -> keys.used(key.id(), clock.instant())));
    return owner.map(principal -> principal.caller(key.roles()));
  }

  private Optional<Caller> callerOf(Session session) {
    Optional<Principal> owner = find(session.owner());
    owner.ifPresent(
        ignored -> note(session.id(), () -> sessions.used(session.id(), clock.instant())));
    return owner.map(Principal::caller);
  }

  /** Notes that something was used; at every call that would cost more than what is learned. */
  private void note(String id, Runnable write) {
    if (noted.asMap().putIfAbsent(id, true) != null) {
      return;
    }
    background.execute(
        () -> {
          try {
            write.run();
          } catch (RuntimeException unwritten) {
            // The next use notes it again.
            noted.invalidate(id);
          }
        });
  }

  /** The caller of that name; what the configuration says of it counts. */
  Optional<Principal> find(String name) {
    Principal principal = configured.get(name);
    return principal == null ? callers.find(name) : Optional.of(principal);
  }

  /** Who a caller is now: the roles and attributes of this moment. */
  public Optional<Caller> caller(String name) {
    if (issuers.knows(name)) {
      return tokenCallers.find(name, clock.instant());
    }
    boolean open = name.equals(Caller.LOCAL.name()) && isOpen();
    return open ? Optional.of(Caller.LOCAL) : find(name).map(Principal::caller);
  }

  /** All callers, those of the configuration first. */
  List<Principal> all() {
    List<Principal> all = new ArrayList<>(configured.values());
    callers.list().stream().filter(each -> !configured.containsKey(each.name())).forEach(all::add);
    return all;
  }

  /** All callers with their roles, by name. */
  public Map<String, Set<String>> roles() {
    Map<String, Set<String>> roles = new LinkedHashMap<>();
    all().forEach(caller -> roles.put(caller.name(), caller.roles()));
    return roles;
  }

  /** The limits of callers who were created, as the configuration writes them, by name. */
  public Map<String, Map<String, Long>> limits() {
    Map<String, Map<String, Long>> limits = new LinkedHashMap<>();
    callers.list().stream()
        .filter(caller -> !configured.containsKey(caller.name()) && !caller.limits().isEmpty())
        .forEach(caller -> limits.put(caller.name(), caller.limits()));
    return limits;
  }

  /** Whether alidade.yaml lets somebody in. */
  boolean hasConfigured() {
    return !configured.isEmpty() || !issuers.isEmpty();
  }

  CallerStore callers() {
    return callers;
  }

  KeyStore keys() {
    return keys;
  }

  SessionStore sessions() {
    return sessions;
  }

  Intruders intruders() {
    return intruders;
  }

  /** Waits for what is still being noted. */
  @Override
  public void close() {
    background.close();
    reads.close();
  }
}
