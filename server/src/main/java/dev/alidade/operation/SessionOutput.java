package dev.alidade.operation;

import java.util.Optional;

/** An output that begins or ends a session; a browser keeps the token where no page can read it. */
public interface SessionOutput {
  /** The token of the session that began; empty where one ended. */
  Optional<String> session();

  /** The same output as a page may see it. */
  Record withoutSession();
}
