package dev.alidade.ask.model;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import java.util.Objects;

/**
 * What a model is asked for somebody.
 *
 * @param fresh whether what it said before is not wanted
 */
record Prompt(Caller caller, ModelRequest request, Cancellation cancellation, boolean fresh) {
  Prompt {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(cancellation, "cancellation");
  }

  /** The same caller's, with something said to what was answered. */
  Prompt then(String answer, String reply) {
    return new Prompt(caller, request.then(answer, reply), cancellation, fresh);
  }
}
