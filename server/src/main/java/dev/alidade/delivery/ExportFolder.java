package dev.alidade.delivery;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A folder of the server into which exports may be written. */
public record ExportFolder(String name, Path path, Optional<Set<String>> roles)
    implements ExportPlace {
  public ExportFolder {
    Objects.requireNonNull(path, "path");
    roles = roles.map(Set::copyOf);
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("no name of a folder: " + name);
    }
  }

  /** A folder that is open to all who may export. */
  public ExportFolder(String name, Path path) {
    this(name, path, Optional.empty());
  }

  @Override
  public Destination destination(boolean overwrite) {
    return new FolderDestination(this, overwrite);
  }
}
