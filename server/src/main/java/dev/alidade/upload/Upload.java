package dev.alidade.upload;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that was received.
 *
 * @param file its safe name
 * @param path where it lies
 * @param bytes its size, expanded
 * @param source the source that it belongs to; without one it is forgotten after a day
 */
public record Upload(
    String id,
    String caller,
    String file,
    Path path,
    DataFile data,
    long bytes,
    Instant receivedAt,
    Optional<String> source) {
  public Upload {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(receivedAt, "receivedAt");
    Objects.requireNonNull(source, "source");
  }
}
