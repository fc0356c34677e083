package dev.alidade.engine.duckdb.isolated;

import java.util.Objects;

/** One message as it came. */
record Message(MessageKind kind, Decoder body) {
  Message {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(body, "body");
  }
}
