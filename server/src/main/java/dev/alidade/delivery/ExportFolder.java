package dev.alidade.delivery;

import java.nio.file.Path;
import java.util.Objects;

/** A folder into which exports may be written, under the name that callers know it by. */
public record ExportFolder(String name, Path path) {
  public ExportFolder {
    Objects.requireNonNull(path, "path");
    if (!name.matches("[a-z][a-z0-9_-]{0,62}")) {
      throw new IllegalArgumentException("no name of a folder: " + name);
    }
  }
}
