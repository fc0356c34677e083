package dev.alidade.engine.duckdb.isolated;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** A database file as it was seen once. Two openings of one file are different things. */
public final class Opening {
  private final Path file;
  private final BooleanSupplier unchanged;

  /** The file, and whether it is still the one that was seen. */
  public Opening(Path file, BooleanSupplier unchanged) {
    this.file = Objects.requireNonNull(file, "file");
    this.unchanged = Objects.requireNonNull(unchanged, "unchanged");
  }

  Path file() {
    return file;
  }

  boolean isUnchanged() {
    return unchanged.getAsBoolean();
  }
}
