package dev.alidade.engine.postgres;

import java.util.Objects;
import java.util.Optional;

/** A bound text, or NULL, of type text: for a place in a statement that tells no type itself. */
record TypedText(Optional<String> text) {
  TypedText {
    Objects.requireNonNull(text, "text");
  }
}
