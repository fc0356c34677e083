package dev.alidade.query;

import java.util.Objects;
import java.util.Optional;

/** Some rows of a result that goes on behind {@code cursor}, if there is one. */
public record Page(Rows rows, Optional<String> cursor) {
  public Page {
    Objects.requireNonNull(rows, "rows");
    Objects.requireNonNull(cursor, "cursor");
  }
}
