package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;

record CreatedKey(
    @Description("Send it as `Authorization: Bearer KEY`; it is shown this once and kept nowhere")
        String key,
    @Description("Pass it to revoke_api_key") String id,
    String name,
    @Description("Whose key it is") String caller,
    List<String> roles,
    String expiresAt) {
  CreatedKey {
    Objects.requireNonNull(key, "key");
    roles = List.copyOf(roles);
  }

  static CreatedKey of(Token token, ApiKey key) {
    return new CreatedKey(
        token.text(),
        key.id(),
        key.name(),
        key.owner(),
        key.roles().stream().sorted().toList(),
        Moments.text(key.expiresAt()));
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "key " + id + " of " + caller;
  }
}
