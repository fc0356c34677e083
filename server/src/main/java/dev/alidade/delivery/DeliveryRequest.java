package dev.alidade.delivery;

import dev.alidade.export.Compression;
import dev.alidade.export.ExportOptions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What both ways to export take beside what is exported. */
record DeliveryRequest(
    String format,
    Optional<ExportOptions> options,
    Optional<Compression> compression,
    String name,
    Optional<String> folder,
    boolean overwrite,
    List<String> partitionBy,
    Optional<Integer> keepMinutes,
    Optional<Integer> waitSeconds) {
  DeliveryRequest {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(options, "options");
    Objects.requireNonNull(compression, "compression");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(folder, "folder");
    partitionBy = List.copyOf(partitionBy);
    Objects.requireNonNull(keepMinutes, "keepMinutes");
    Objects.requireNonNull(waitSeconds, "waitSeconds");
  }
}
