package dev.alidade.identity.issuer;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.alidade.base.Caller;
import dev.alidade.base.Scope;
import dev.alidade.policy.Role;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the claims of a token make of its bearer. The name begins with the issuer's and a colon,
 * which no other caller's name has: `okta:ada`, and `okta.client:reports` for a client by itself.
 */
final class TokenCaller {
  private static final String OF_CLIENT = ".client:";
  private static final String OF_USER = ":";
  private static final int LONGEST_ATTRIBUTE = 1_000;

  private TokenCaller() {}

  static boolean isOf(TrustedIssuer issuer, String caller) {
    return caller.startsWith(issuer.name() + OF_USER)
        || caller.startsWith(issuer.name() + OF_CLIENT);
  }

  static Caller of(TrustedIssuer issuer, JWTClaimsSet claims) {
    Map<String, String> attributes = new LinkedHashMap<>();
    issuer
        .attributes()
        .forEach((attribute, claim) -> attribute(claims, claim, attribute, attributes));
    return new Caller(nameOf(issuer, claims), rolesOf(issuer, claims), attributes)
        .within(scopeOf(issuer, claims));
  }

  private static void attribute(
      JWTClaimsSet claims, String claim, String attribute, Map<String, String> attributes) {
    Claims.find(claims, claim)
        .flatMap(Claims::single)
        .filter(value -> value.length() <= LONGEST_ATTRIBUTE)
        .ifPresent(value -> attributes.put(attribute, value));
  }

  private static String nameOf(TrustedIssuer issuer, JWTClaimsSet claims) {
    Optional<String> client = client(claims);
    if (client.isPresent() && speaksForItself(claims, client.get())) {
      return issuer.name() + OF_CLIENT + nameable(client.get());
    }
    return issuer.name()
        + OF_USER
        + Claims.find(claims, issuer.nameClaim())
            .flatMap(Claims::single)
            .map(TokenCaller::nameable)
            .orElseThrow(
                () ->
                    Refusal.of(
                        "it has no `%s`, by which callers of `%s` are named"
                            .formatted(issuer.nameClaim(), issuer.name())));
  }

  private static String nameable(String name) {
    if (name.matches("[\\x21-\\x7e]{1,150}")) {
      return name;
    }
    throw Refusal.of("a caller's name has letters, digits and signs without spaces, 150 at most");
  }

  private static Optional<String> client(JWTClaimsSet claims) {
    return Stream.of("client_id", "azp", "appid", "cid")
        .flatMap(claim -> Claims.find(claims, claim).flatMap(Claims::single).stream())
        .findFirst();
  }

  /** Whether there is no user: by RFC 9068, section 2.2, and by what issuers write besides. */
  private static boolean speaksForItself(JWTClaimsSet claims, String client) {
    String subject = claims.getSubject();
    return subject == null
        || subject.equals(client)
        || subject.equals(client + "@clients")
        || Claims.find(claims, "idtyp").flatMap(Claims::single).equals(Optional.of("app"))
        || Claims.find(claims, "gty")
            .flatMap(Claims::single)
            .equals(Optional.of("client-credentials"));
  }

  private static Set<String> rolesOf(TrustedIssuer issuer, JWTClaimsSet claims) {
    Set<String> roles = new HashSet<>(issuer.roles());
    List<String> said =
        issuer.rolesClaim().flatMap(claim -> Claims.find(claims, claim)).stream()
            .flatMap(value -> Claims.several(value).stream())
            .toList();
    if (issuer.rolesOf().isEmpty()) {
      // An `admin` of something else is not ours: that role is given in alidade.yaml only.
      said.stream().filter(role -> !role.equals(Role.ADMIN)).forEach(roles::add);
      return roles;
    }
    said.stream()
        .map(value -> issuer.rolesOf().getOrDefault(value, Set.of()))
        .flatMap(Collection::stream)
        .forEach(roles::add);
    return roles;
  }

  private static Scope scopeOf(TrustedIssuer issuer, JWTClaimsSet claims) {
    return Stream.of("scope", "scp")
        .flatMap(claim -> Claims.find(claims, claim).stream())
        .flatMap(value -> Claims.several(value).stream())
        .flatMap(words -> Stream.of(words.split(" +")))
        .flatMap(word -> Scope.of(word).stream())
        .max(Comparator.naturalOrder())
        .orElse(issuer.defaultScope());
  }
}
