package dev.alidade.base;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is first asked for, and once; what fails is tried again. */
public final class Later<T> implements Supplier<T> {
  private final Supplier<? extends T> making;
  private volatile Optional<T> made = Optional.empty();

  /** A value that {@code making} gives. */
  public Later(Supplier<? extends T> making) {
    this.making = Objects.requireNonNull(making, "making");
  }

  @Override
  public T get() {
    return made.orElseGet(this::make);
  }

  /** The value where it has been made. */
  public Optional<T> now() {
    return made;
  }

  private synchronized T make() {
    if (made.isEmpty()) {
      made = Optional.of(making.get());
    }
    return made.get();
  }
}
