package dev.alidade.evaluate;

import java.util.Objects;
import java.util.Optional;

/**
 * What a suite gave.
 *
 * @param alone how long planning takes where nothing else runs, where that was measured
 */
record SuiteFigures(String name, Report report, Optional<Planning> alone) {
  SuiteFigures {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(report, "report");
    Objects.requireNonNull(alone, "alone");
  }
}
