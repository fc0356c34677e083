package dev.alidade.edge.mcp.tool;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.alidade.operation.FileOutput;
import dev.alidade.operation.OutputFile;
import java.util.Optional;
import java.util.Set;

/** Files that operations made, as far as a message carries them. */
final class Files {
  /** What models see. */
  private static final Set<String> SEEN =
      Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

  private Files() {}

  static Optional<OutputFile> of(Record output) {
    return output instanceof FileOutput some ? some.file() : Optional.empty();
  }

  /** Adds a picture to a result; false where the file is none that a model sees. */
  static boolean show(OutputFile file, ObjectNode result) {
    if (!SEEN.contains(file.mediaType())) {
      return false;
    }
    result
        .withArrayProperty("content")
        .addObject()
        .put("type", "image")
        .put("data", file.content())
        .put("mimeType", file.mediaType());
    return true;
  }
}
