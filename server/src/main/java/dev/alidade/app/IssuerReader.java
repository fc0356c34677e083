package dev.alidade.app;

import dev.alidade.base.Scope;
import dev.alidade.identity.issuer.TrustedIssuer;
import java.net.URI;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of `issuers`. */
final class IssuerReader {
  private static final List<String> SETTINGS =
      List.of(
          "name",
          "issuer",
          "jwks-uri",
          "audience",
          "name-claim",
          "attributes",
          "roles",
          "roles-claim",
          "roles-map",
          "default-scopes");
  private static final String USUAL_NAME_CLAIM = "sub";

  private final Set<String> knownRoles;
  private final Set<String> names = new HashSet<>();
  private final Set<String> issuers = new HashSet<>();

  /** Role names are checked against {@code knownRoles} unless there are none. */
  IssuerReader(Set<String> knownRoles) {
    this.knownRoles = Set.copyOf(knownRoles);
  }

  Optional<TrustedIssuer> read(ConfigNode item) {
    Map<String, ConfigNode> given = item.allFields();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = name(item, given);
    ConfigNode issuer = item.named(name.map(text -> "issuer " + text).orElse(item.name()));
    Map<String, ConfigNode> fields = issuer.fields(SETTINGS);
    Optional<String> identifier = identifier(issuer, fields);
    Map<String, Set<String>> rolesOf =
        field(fields, "roles-map").map(this::rolesOf).orElse(Map.of());
    if (fields.containsKey("roles-map") && !fields.containsKey("roles-claim")) {
      fields.get("roles-map").problem("needs `roles-claim`, whose values it gives roles");
    }
    Optional<URI> keys = field(fields, "jwks-uri").flatMap(IssuerReader::safe);
    Set<String> audiences = field(fields, "audience").map(IssuerReader::texts).orElse(Set.of());
    Optional<String> nameClaim = field(fields, "name-claim").flatMap(ConfigNode::text);
    Map<String, String> attributes =
        field(fields, "attributes").map(IssuerReader::attributes).orElse(Map.of());
    Set<String> roles = field(fields, "roles").map(this::roles).orElse(Set.of());
    Optional<String> rolesClaim = field(fields, "roles-claim").flatMap(ConfigNode::text);
    Scope scope = field(fields, "default-scopes").map(IssuerReader::scope).orElse(Scope.NONE);
    if (name.isEmpty() || identifier.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TrustedIssuer(
            name.get(),
            identifier.get(),
            keys,
            audiences,
            nameClaim.orElse(USUAL_NAME_CLAIM),
            attributes,
            roles,
            rolesClaim,
            rolesOf,
            scope));
  }

  private Optional<String> name(ConfigNode item, Map<String, ConfigNode> given) {
    if (!given.containsKey("name")) {
      item.problem("needs `name: ...`, with which the names of its callers begin");
      return Optional.empty();
    }
    Optional<String> name = given.get("name").text();
    if (name.isPresent() && !name.get().matches("[a-z][a-z0-9-]{0,30}")) {
      given
          .get("name")
          .problem("must begin with a small letter, then small letters, digits or `-`, 31 at most");
      return Optional.empty();
    }
    if (name.isPresent() && !names.add(name.get())) {
      given.get("name").problem("is `%s`, as another issuer is; rename one".formatted(name.get()));
    }
    return name;
  }

  private Optional<String> identifier(ConfigNode issuer, Map<String, ConfigNode> fields) {
    if (!fields.containsKey("issuer")) {
      issuer.problem("needs `issuer: https://...`, as its tokens write it in `iss`");
      return Optional.empty();
    }
    Optional<URI> address = safe(fields.get("issuer"));
    Optional<String> text = address.map(URI::toString);
    if (text.isPresent() && !issuers.add(text.get())) {
      fields.get("issuer").problem("is that of another issuer too; remove one");
    }
    return text;
  }

  /** An address that only its owner answers for. */
  private static Optional<URI> safe(ConfigNode field) {
    Optional<URI> address = field.text().flatMap(IssuerReader::uri).filter(IssuerReader::isPlain);
    if (address.filter(TrustedIssuer::isSafe).isEmpty()) {
      field.problem("must be an address such as https://login.example/realms/acme, with https");
      return Optional.empty();
    }
    return address;
  }

  /** Where clients reach the server: scheme, host and port, the first two in lower case. */
  static Optional<URI> publicUrl(ConfigNode field) {
    Optional<URI> address =
        field
            .text()
            .map(text -> text.toLowerCase(Locale.ROOT).replaceFirst("/$", ""))
            .flatMap(IssuerReader::uri)
            .filter(uri -> isPlain(uri) && uri.getPath().isEmpty());
    if (address.filter(TrustedIssuer::isSafe).isEmpty()) {
      field.problem("must be an address such as https://data.example, with https and no path");
      return Optional.empty();
    }
    return address;
  }

  private static boolean isPlain(URI address) {
    return address.getQuery() == null
        && address.getFragment() == null
        && address.getUserInfo() == null
        && address.getPath() != null;
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text.strip()));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private Map<String, Set<String>> rolesOf(ConfigNode field) {
    Map<String, Set<String>> rolesOf = new LinkedHashMap<>();
    field.allFields().forEach((value, given) -> rolesOf.put(value, roles(given)));
    return rolesOf;
  }

  private Set<String> roles(ConfigNode field) {
    Set<String> roles = new LinkedHashSet<>();
    for (ConfigNode item : list(field)) {
      Optional<String> role =
          knownRoles.isEmpty() ? item.text() : item.oneOf(knownRoles.stream().sorted().toList());
      role.ifPresent(roles::add);
    }
    return roles;
  }

  private static Scope scope(ConfigNode field) {
    return list(field).stream()
        .flatMap(item -> item.oneOf(Scope.words()).flatMap(Scope::of).stream())
        .max(Comparator.naturalOrder())
        .orElse(Scope.NONE);
  }

  private static Map<String, String> attributes(ConfigNode field) {
    Map<String, String> attributes = new LinkedHashMap<>();
    field
        .allFields()
        .forEach((name, claim) -> claim.text().ifPresent(text -> attributes.put(name, text)));
    return attributes;
  }

  private static Set<String> texts(ConfigNode field) {
    Set<String> texts = new LinkedHashSet<>();
    list(field).forEach(item -> item.text().ifPresent(texts::add));
    return texts;
  }

  private static List<ConfigNode> list(ConfigNode field) {
    return field.isList() ? field.items() : List.of(field);
  }

  private static Optional<ConfigNode> field(Map<String, ConfigNode> fields, String name) {
    return Optional.ofNullable(fields.get(name));
  }
}
