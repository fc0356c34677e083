package dev.alidade.delivery;

import dev.alidade.base.Caller;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A folder into which exports may be written, under the name that callers know it by.
 *
 * @param roles who may write there, has one of them; empty where everybody may who may export
 */
public record ExportFolder(String name, Path path, Optional<Set<String>> roles) {
  public ExportFolder {
    Objects.requireNonNull(path, "path");
    roles = roles.map(Set::copyOf);
    if (!name.matches("[a-z][a-z0-9_-]{0,62}")) {
      throw new IllegalArgumentException("no name of a folder: " + name);
    }
  }

  /** A folder that is open to all who may export. */
  public ExportFolder(String name, Path path) {
    this(name, path, Optional.empty());
  }

  /** Whether the caller may write there; to others it is not there. */
  boolean isOpenTo(Caller caller) {
    return roles.map(allowed -> !Collections.disjoint(allowed, caller.roles())).orElse(true);
  }
}
