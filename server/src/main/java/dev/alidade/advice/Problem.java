package dev.alidade.advice;

import dev.alidade.base.ErrorCode;
import dev.alidade.base.Location;
import java.util.Objects;
import java.util.Optional;

/** Why a statement fails. */
record Problem(ErrorCode code, String message, Optional<Location> location) {
  Problem {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(location, "location");
  }
}
