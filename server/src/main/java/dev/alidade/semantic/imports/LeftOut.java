package dev.alidade.semantic.imports;

import java.util.Objects;

/** Something of a foreign model that was not taken over, where it stands, and why. */
public record LeftOut(String name, int line, String reason) {
  public LeftOut {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(reason, "reason");
  }
}
