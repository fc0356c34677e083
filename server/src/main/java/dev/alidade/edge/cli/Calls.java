package dev.alidade.edge.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** Where operations run: a server, or this process. */
interface Calls extends AutoCloseable {
  /** Runs an operation and gives its output. */
  JsonNode call(String operation, ObjectNode input);

  /** Writes the output in a format that the operation streams. */
  void stream(String operation, String mediaType, ObjectNode input, OutputStream out)
      throws IOException;

  @Override
  void close();
}
