package dev.alidade.operation;

/** The work of an operation. */
@FunctionalInterface
public interface Handler<I, O> {
  /** Does it; fails with an {@link dev.alidade.base.AlidadeException}. */
  O handle(I input, Invocation invocation);
}
