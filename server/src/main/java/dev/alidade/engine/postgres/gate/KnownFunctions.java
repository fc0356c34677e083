package dev.alidade.engine.postgres.gate;

import java.util.Set;

/** What the server knows of functions; asked for names that are not on the list of allowed ones. */
public interface KnownFunctions {
  /** Whether there is a function of that name. */
  boolean exists(String name);

  /** The names of functions that a row alone is enough for, so that a dot behind it calls them. */
  Set<String> ofRows();
}
