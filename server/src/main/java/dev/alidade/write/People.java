package dev.alidade.write;

import dev.alidade.base.Caller;
import java.util.Optional;

/** Knows who a caller is now, by name. */
@FunctionalInterface
public interface People {
  /**
   * The caller with the roles and attributes of this moment; empty where there is none any more.
   */
  Optional<Caller> find(String name);
}
