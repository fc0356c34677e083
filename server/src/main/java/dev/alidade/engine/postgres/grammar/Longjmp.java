package dev.alidade.engine.postgres.grammar;

import java.io.Serial;

/** The module's longjmp on its way to its setjmp. */
final class Longjmp extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  Longjmp() {
    super("longjmp", null, false, false);
  }
}
