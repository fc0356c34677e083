package dev.alidade.engine.duckdb.isolated;

import java.nio.file.Path;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** A database file as it was seen once. Two openings of one file are different things. */
public final class Opening {
  private final Path file;
  private final BooleanSupplier unchanged;
  private final boolean writing;

  private Opening(Path file, BooleanSupplier unchanged, boolean writing) {
    this.file = Objects.requireNonNull(file, "file");
    this.unchanged = Objects.requireNonNull(unchanged, "unchanged");
    this.writing = writing;
  }

  /** The file, for reading, and whether it is still the one that was seen. */
  public static Opening forReading(Path file, BooleanSupplier unchanged) {
    return new Opening(file, unchanged, false);
  }

  /** The file, for one write while nobody reads from it. */
  public static Opening forWriting(Path file, BooleanSupplier unchanged) {
    return new Opening(file, unchanged, true);
  }

  boolean isForWriting() {
    return writing;
  }

  Path file() {
    return file;
  }

  boolean isUnchanged() {
    return unchanged.getAsBoolean();
  }
}
