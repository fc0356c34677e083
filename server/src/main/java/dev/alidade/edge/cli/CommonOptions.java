package dev.alidade.edge.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What every sub-command understands.
 *
 * @param expanded one line a value, as psql's -x
 * @param rowsOnly no header and no notes, as psql's -t
 */
record CommonOptions(
    Optional<Format> format,
    Optional<String> server,
    List<String> data,
    Optional<String> config,
    boolean expanded,
    boolean rowsOnly) {
  /** Long names, for help and for the nearest match. */
  static final List<String> NAMES =
      List.of("--format", "--server", "--data", "--config", "--expanded", "--rows-only", "--help");

  CommonOptions {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(server, "server");
    Objects.requireNonNull(config, "config");
    data = List.copyOf(data);
  }
}
