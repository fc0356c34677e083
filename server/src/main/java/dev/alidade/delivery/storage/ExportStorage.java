package dev.alidade.delivery.storage;

import dev.alidade.delivery.Destination;
import dev.alidade.delivery.ExportPlace;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Storage that speaks S3, into which exports may be written. */
public final class ExportStorage implements ExportPlace {
  private final StorageSettings settings;
  private Optional<Bucket> bucket = Optional.empty();

  public ExportStorage(StorageSettings settings) {
    this.settings = Objects.requireNonNull(settings, "settings");
  }

  /** What it was made from. */
  public StorageSettings settings() {
    return settings;
  }

  @Override
  public String name() {
    return settings.name();
  }

  @Override
  public Optional<Set<String>> roles() {
    return settings.roles();
  }

  @Override
  public Destination destination(boolean overwrite) {
    return new StorageDestination(name(), bucket(), overwrite);
  }

  /** The client and its library are loaded by the first export, not when the server starts. */
  private synchronized Bucket bucket() {
    if (bucket.isEmpty()) {
      bucket = Optional.of(Bucket.of(settings));
    }
    return bucket.get();
  }
}
