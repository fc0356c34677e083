package dev.alidade.identity.issuer;

import dev.alidade.base.Scope;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * An issuer of tokens as `alidade.yaml` names one.
 *
 * @param name the first word of its callers' names
 * @param issuer as its tokens write it in `iss`, letter for letter
 * @param jwksUri where its keys are; found by its metadata where not said
 * @param audiences of which a token must name one; empty for those of this server
 * @param nameClaim what the caller is called by
 * @param attributes claims by the attribute that they become
 * @param roles of all of its callers
 * @param rolesClaim what says more roles
 * @param rolesOf roles by what that claim says; empty where it names roles
 * @param defaultScope of tokens that name no scope of ours
 */
public record TrustedIssuer(
    String name,
    String issuer,
    Optional<URI> jwksUri,
    Set<String> audiences,
    String nameClaim,
    Map<String, String> attributes,
    Set<String> roles,
    Optional<String> rolesClaim,
    Map<String, Set<String>> rolesOf,
    Scope defaultScope) {
  public TrustedIssuer {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(issuer, "issuer");
    Objects.requireNonNull(jwksUri, "jwksUri");
    audiences = Set.copyOf(audiences);
    Objects.requireNonNull(nameClaim, "nameClaim");
    attributes = Map.copyOf(attributes);
    roles = Set.copyOf(roles);
    Objects.requireNonNull(rolesClaim, "rolesClaim");
    rolesOf = Map.copyOf(rolesOf);
    Objects.requireNonNull(defaultScope, "defaultScope");
  }

  /** The same at this address: its tokens are for this server unless it was said for whom. */
  public TrustedIssuer servedAt(URI address) {
    Set<String> own =
        audiences.isEmpty()
            // The root is one place with a slash at its end and without.
            ? Set.of(address + "/mcp", address.toString(), address + "/")
            : audiences;
    return new TrustedIssuer(
        name,
        issuer,
        jwksUri,
        own,
        nameClaim,
        attributes,
        roles,
        rolesClaim,
        rolesOf,
        defaultScope);
  }

  /** Whether nobody on the way can put keys of their own in place: https, or this machine. */
  public static boolean isSafe(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    boolean here =
        host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    return address.getHost() != null && (scheme.equals("https") || (scheme.equals("http") && here));
  }
}
