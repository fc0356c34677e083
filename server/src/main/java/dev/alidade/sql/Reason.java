package dev.alidade.sql;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import java.util.Objects;
import java.util.Optional;

/** Why a gate refuses a statement. */
public record Reason(ErrorCode code, String message, Optional<Location> location) {
  public Reason {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(location, "location");
  }

  /** A reason that concerns the statement as a whole. */
  public static Reason of(ErrorCode code, String message) {
    return new Reason(code, message, Optional.empty());
  }
}
