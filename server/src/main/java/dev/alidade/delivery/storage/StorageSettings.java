package dev.alidade.delivery.storage;

import dev.alidade.delivery.ExportPlace;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A bucket, or a part of one, as it is configured.
 *
 * @param prefix before the name of each object, with / at its end; empty for the whole bucket
 * @param endpoint where the storage is, unless Amazon runs it
 * @param pathStyle whether the bucket stands in the path of an address, not in its host
 * @param roles who may write there, has one of them; empty where everybody may who may export
 */
public record StorageSettings(
    String name,
    String bucket,
    String prefix,
    Optional<URI> endpoint,
    String region,
    boolean pathStyle,
    StorageKey key,
    Optional<Set<String>> roles) {
  public StorageSettings {
    Objects.requireNonNull(bucket, "bucket");
    Objects.requireNonNull(endpoint, "endpoint");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(key, "key");
    roles = roles.map(Set::copyOf);
    if (!name.matches(ExportPlace.NAME)) {
      throw new IllegalArgumentException("no name of a storage: " + name);
    }
    if (!prefix.isEmpty() && !prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix ends with /");
    }
  }
}
