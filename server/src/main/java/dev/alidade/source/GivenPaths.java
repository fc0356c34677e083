package dev.alidade.source;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Paths that callers give. What Alidade keeps for itself is no data: a source made of it would
 * show, or let change, who may do what.
 */
record GivenPaths(Path stateFolder) {
  Optional<String> problem(Object value) {
    return texts(value).stream().flatMap(text -> problemOf(text).stream()).findFirst();
  }

  /** From the root; `~` is the home of whoever runs the server. */
  String whole(String text) {
    String home = System.getProperty("user.home");
    String expanded = text.startsWith("~/") ? home + text.substring(1) : text;
    return Path.of(expanded).toAbsolutePath().normalize().toString();
  }

  static List<String> texts(Object value) {
    return value instanceof List<?> several
        ? several.stream().map(Object::toString).toList()
        : List.of(value.toString());
  }

  private Optional<String> problemOf(String text) {
    try {
      return touchesOurOwn(Path.of(whole(text)))
          ? Optional.of(
              "reaches into the folder where Alidade keeps its own state; name files elsewhere")
          : Optional.empty();
    } catch (InvalidPathException impossible) {
      return Optional.of("is no path that this system can have");
    }
  }

  /** What leads there by links or patterns counts, and so do folders around it. */
  private boolean touchesOurOwn(Path path) {
    Path certain = withoutPatterns(path);
    return List.of(certain, real(certain)).stream()
        .anyMatch(
            each ->
                List.of(stateFolder, real(stateFolder)).stream()
                    .anyMatch(own -> each.startsWith(own) || own.startsWith(each)));
  }

  private static Path withoutPatterns(Path path) {
    Path certain = path.getRoot();
    for (Path part : path) {
      if (part.toString().matches(".*[*?\\[{].*")) {
        return certain;
      }
      certain = certain.resolve(part);
    }
    return certain;
  }

  private static Path real(Path path) {
    for (Path up = path; up != null; up = up.getParent()) {
      try {
        return up.toRealPath().resolve(up.relativize(path)).normalize();
      } catch (IOException notThere) {
        // The folder that it will be in may be a link all the same.
      }
    }
    return path;
  }
}
