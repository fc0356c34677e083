package dev.alidade.safety;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;

/** Finds the data sets that lie beside the checkout. */
public final class SharedData {
  private SharedData() {}

  /** A file or folder of the data; the test fails where it is missing. */
  public static Path at(String name) {
    Path found = folder().resolve(name);
    if (!Files.exists(found)) {
      Assertions.fail("The data set %s is missing in %s".formatted(name, folder()));
    }
    return found;
  }

  private static Path folder() {
    String said = System.getenv("ALIDADE_DATA");
    if (said != null && Files.isDirectory(Path.of(said))) {
      return Path.of(said);
    }
    for (Path above = Path.of("").toAbsolutePath(); above != null; above = above.getParent()) {
      Path data = above.resolve("shared").resolve("data");
      if (Files.isDirectory(data)) {
        return data;
      }
    }
    return Assertions.fail(
        "No folder shared/data beside the checkout or above it; say where it is with ALIDADE_DATA");
  }
}
