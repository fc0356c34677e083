package dev.alidade.operation;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import java.util.Objects;
import java.util.function.Consumer;

/** One call of an operation: who calls, how to stop it, where its steps go. */
public record Invocation(Caller caller, Cancellation cancellation, Consumer<Progress> progress) {
  public Invocation {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(cancellation, "cancellation");
    Objects.requireNonNull(progress, "progress");
  }

  /** A call whose steps nobody watches. */
  public static Invocation of(Caller caller) {
    return new Invocation(caller, Cancellation.never(), ignored -> {});
  }

  /** Tells who watches that a step was reached. */
  public void reached(String step, Object detail) {
    progress.accept(new Progress(step, detail));
  }
}
