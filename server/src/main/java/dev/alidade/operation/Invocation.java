package dev.alidade.operation;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.PageSize;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One call of an operation: who calls, how to stop it, where its steps go.
 *
 * @param credential what the caller showed to be believed
 * @param pageSize how much the reader takes in at once, where that is less than usual
 */
public record Invocation(
    Caller caller,
    Cancellation cancellation,
    Consumer<Progress> progress,
    Credential credential,
    Optional<PageSize> pageSize) {
  public Invocation {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(cancellation, "cancellation");
    Objects.requireNonNull(progress, "progress");
    Objects.requireNonNull(credential, "credential");
    Objects.requireNonNull(pageSize, "pageSize");
  }

  /** A call whose reader takes in as much as the operation usually gives. */
  public Invocation(
      Caller caller,
      Cancellation cancellation,
      Consumer<Progress> progress,
      Credential credential) {
    this(caller, cancellation, progress, credential, Optional.empty());
  }

  /** A call inside this process, where nobody shows anything. */
  public Invocation(Caller caller, Cancellation cancellation, Consumer<Progress> progress) {
    this(caller, cancellation, progress, new Credential.None(Entrance.here(caller.door())));
  }

  /** A call by a visitor. */
  public static Invocation of(Visit visit, Cancellation cancellation, Consumer<Progress> progress) {
    return new Invocation(visit.caller(), cancellation, progress, visit.credential());
  }

  /** A call whose steps nobody watches. */
  public static Invocation of(Caller caller) {
    return new Invocation(caller, Cancellation.never(), ignored -> {});
  }

  /** The same call, for a reader who takes in so much at once. */
  public Invocation paged(PageSize size) {
    return new Invocation(caller, cancellation, progress, credential, Optional.of(size));
  }

  /** Tells who watches that a step was reached. */
  public void reached(String step, Object detail) {
    progress.accept(new Progress(step, detail));
  }
}
