package dev.alidade.engine.duckdb;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Location;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;

/** Turns failures of one statement into failures that point into the caller's own text. */
final class QueryErrors {
  private final IntFunction<Optional<Location>> places;

  /** Places are found by byte offset of the text that ran; none where they are not known. */
  QueryErrors(IntFunction<Optional<Location>> places) {
    this.places = places;
  }

  /** Failures of statements that the caller did not write. */
  static QueryErrors ofOurOwn() {
    return new QueryErrors(offset -> Optional.empty());
  }

  AlidadeException translate(SQLException failure) {
    EngineFailure read = EngineFailure.read(failure.getMessage());
    OptionalInt position = read.position();
    Optional<Location> location =
        position.isPresent() ? places.apply(position.getAsInt()) : Optional.empty();
    return new AlidadeException(
        FailureCodes.codeOf(read), FailureCodes.messageOf(read), location, failure);
  }
}
