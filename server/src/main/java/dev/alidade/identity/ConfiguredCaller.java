package dev.alidade.identity;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A caller as `alidade.yaml` names one; of the secrets only hashes are kept.
 *
 * @param apiKey the hash of the key
 * @param password as {@link Passwords} reads it
 */
public record ConfiguredCaller(
    String name,
    Set<String> roles,
    Map<String, String> attributes,
    Optional<String> apiKey,
    Optional<String> password) {
  public ConfiguredCaller {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(apiKey, "apiKey");
    Objects.requireNonNull(password, "password");
    roles = Set.copyOf(roles);
    attributes = Map.copyOf(attributes);
  }

  /** A caller with secrets as they stand in the file; of the two passwords one at most. */
  public static ConfiguredCaller of(
      String name,
      Set<String> roles,
      Map<String, String> attributes,
      Optional<String> apiKey,
      Optional<String> password,
      Optional<String> passwordHash) {
    return new ConfiguredCaller(
        name,
        roles,
        attributes,
        apiKey.map(key -> SecretHash.of(key).text()),
        passwordHash.or(() -> password.map(Passwords::forThisProcess)));
  }

  /** Without what could be tried against the hashes. */
  @Override
  public String toString() {
    return "caller " + name + " " + roles;
  }
}
