package dev.alidade.export;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alidade.operation.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Arrow's JavaScript, a program of its own that the web page brings, reads in a file. */
final class NodeArrow {
  private static final Path PACKAGES = Path.of("../web/node_modules").toAbsolutePath();

  private NodeArrow() {}

  /** The names of the columns, their types, then the rows as plain texts. */
  static List<List<String>> rows(Path file) throws Exception {
    if (!Files.isDirectory(PACKAGES.resolve("apache-arrow"))) {
      throw new AssertionError("The page's packages are missing: run `npm --prefix web ci`");
    }
    Path program = Files.createTempFile("read", ".cjs");
    Path printed = Files.createTempFile("rows", ".json");
    try (var text = NodeArrow.class.getResourceAsStream("arrow.cjs")) {
      Files.write(program, text.readAllBytes());
      Process process =
          new ProcessBuilder("node", program.toString(), file.toString(), PACKAGES + "/from")
              .redirectOutput(printed.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      if (process.waitFor() != 0) {
        throw new AssertionError("Arrow's JavaScript cannot read " + file);
      }
      return Json.mapper().readValue(printed.toFile(), new TypeReference<>() {});
    } finally {
      Files.delete(program);
      Files.delete(printed);
    }
  }
}
