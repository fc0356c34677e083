package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record KeySummary(
    @Description("Pass it to revoke_api_key") String id,
    String name,
    String caller,
    List<String> roles,
    String createdAt,
    String expiresAt,
    @Description("Whether it has expired and opens nothing any more") boolean expired,
    @Description("To the minute") Optional<String> lastUsedAt) {
  KeySummary {
    roles = List.copyOf(roles);
  }

  static KeySummary of(ApiKey key, Instant now) {
    return new KeySummary(
        key.id(),
        key.name(),
        key.owner(),
        key.roles().stream().sorted().toList(),
        Moments.text(key.createdAt()),
        Moments.text(key.expiresAt()),
        key.isOver(now),
        key.usedAt().map(Moments::text));
  }
}
