package dev.alidade.cache;

import java.util.List;

/**
 * Which results stay.
 *
 * @param memory bytes that all of them take at most, besides those of other results
 */
public record PinSettings(long memory, List<Pin> pins) {
  private static final long MEGABYTE = 1024 * 1024;

  /** None. */
  public static final PinSettings NONE = new PinSettings(16 * MEGABYTE, List.of());

  public PinSettings {
    pins = List.copyOf(pins);
    if (memory < 0) {
      throw new IllegalArgumentException("sizes are not negative");
    }
  }
}
