package dev.alidade.app;

import dev.alidade.identity.CallerName;
import dev.alidade.identity.ConfiguredCaller;
import dev.alidade.identity.Passwords;
import dev.alidade.policy.Limits;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of `callers`. */
final class CallerReader {
  private static final List<String> SETTINGS =
      List.of("name", "roles", "attributes", "api-key", "password", "password-hash", "limits");
  private static final int SHORTEST_KEY = 8;

  private final Set<String> knownRoles;
  private final Set<String> names = new HashSet<>();
  private final Set<String> keys = new HashSet<>();
  private final Map<String, Limits> limits = new LinkedHashMap<>();

  /** Role names are checked against {@code knownRoles} unless there are none. */
  CallerReader(Set<String> knownRoles) {
    this.knownRoles = Set.copyOf(knownRoles);
  }

  /** How much the callers that were read may use, by name. */
  Map<String, Limits> limits() {
    return limits;
  }

  Optional<ConfiguredCaller> read(ConfigNode item) {
    Map<String, ConfigNode> given = item.allFields();
    if (given.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> name = name(item, given);
    ConfigNode caller = item.named(name.map(text -> "caller " + text).orElse(item.name()));
    Map<String, ConfigNode> fields = caller.fields(SETTINGS);
    Set<String> roles = field(fields, "roles").map(this::roles).orElse(Set.of());
    Map<String, String> attributes =
        field(fields, "attributes").map(CallerReader::attributes).orElse(Map.of());
    Optional<String> key = field(fields, "api-key").flatMap(this::key);
    Optional<String> password = field(fields, "password").flatMap(CallerReader::password);
    Optional<String> hash = field(fields, "password-hash").flatMap(CallerReader::hash);
    if (fields.containsKey("password") && fields.containsKey("password-hash")) {
      fields.get("password").problem("and `password-hash` stand both here; remove one");
    }
    if (!fields.containsKey("api-key")
        && !fields.containsKey("password")
        && !fields.containsKey("password-hash")) {
      caller.problem("could never sign in; give it an `api-key`, `password` or `password-hash`");
    }
    name.ifPresent(
        text -> limits.put(text, LimitsReader.read(fields, "caller `%s`".formatted(text))));
    return name.map(text -> ConfiguredCaller.of(text, roles, attributes, key, password, hash));
  }

  private static Optional<ConfigNode> field(Map<String, ConfigNode> fields, String name) {
    return Optional.ofNullable(fields.get(name));
  }

  private Optional<String> name(ConfigNode item, Map<String, ConfigNode> given) {
    if (!given.containsKey("name")) {
      item.problem("needs `name: ...`");
      return Optional.empty();
    }
    Optional<String> name = given.get("name").text();
    if (name.isPresent() && !CallerName.isAllowed(name.get())) {
      given.get("name").problem(CallerName.RULE + "; `local`, `system`, `stranger` are taken");
      return Optional.empty();
    }
    if (name.isPresent() && !names.add(name.get())) {
      given.get("name").problem("is `%s`, as another caller is; rename one".formatted(name.get()));
    }
    return name;
  }

  private Set<String> roles(ConfigNode field) {
    List<ConfigNode> items = field.isList() ? field.items() : List.of(field);
    Set<String> roles = new LinkedHashSet<>();
    for (ConfigNode item : items) {
      Optional<String> role =
          knownRoles.isEmpty() ? item.text() : item.oneOf(knownRoles.stream().sorted().toList());
      role.ifPresent(roles::add);
    }
    return roles;
  }

  private static Map<String, String> attributes(ConfigNode field) {
    Map<String, String> attributes = new LinkedHashMap<>();
    field
        .allFields()
        .forEach((name, value) -> value.text().ifPresent(text -> attributes.put(name, text)));
    return attributes;
  }

  private Optional<String> key(ConfigNode field) {
    Optional<String> key = field.text();
    if (key.isEmpty()) {
      return key;
    }
    if (!key.get().matches("[\\x21-\\x7e]{%d,1000}".formatted(SHORTEST_KEY))) {
      field.problem(
          "must have at least %d characters, letters, digits and signs without spaces"
              .formatted(SHORTEST_KEY));
      return Optional.empty();
    }
    if (!keys.add(key.get())) {
      field.problem("is the key of another caller too; give each its own");
    }
    return key;
  }

  private static Optional<String> password(ConfigNode field) {
    Optional<String> password = field.text();
    if (password.isPresent() && password.get().isBlank()) {
      field.problem("must not be empty");
      return Optional.empty();
    }
    return password;
  }

  private static Optional<String> hash(ConfigNode field) {
    Optional<String> hash = field.text();
    if (hash.isPresent() && !Passwords.isHash(hash.get())) {
      field.problem(
          "must be an Argon2id hash such as $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH,"
              + " of 256 MiB and 20 passes at most");
      return Optional.empty();
    }
    return hash;
  }
}
