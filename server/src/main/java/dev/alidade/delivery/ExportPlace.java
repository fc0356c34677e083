package dev.alidade.delivery;

import dev.alidade.base.Caller;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/** A place outside of the server's own keeping that exports may go to, as it is configured. */
public interface ExportPlace {
  /** What every name of a place matches. */
  String NAME = "[a-z][a-z0-9_-]{0,62}";

  /** What callers know it by. */
  String name();

  /** Who may write there, has one of them; empty where everybody may who may export. */
  Optional<Set<String>> roles();

  /** Where the files of one export go. */
  Destination destination(boolean overwrite);

  /** Whether the caller may write there; to others it is not there. */
  default boolean isOpenTo(Caller caller) {
    return roles().map(allowed -> !Collections.disjoint(allowed, caller.roles())).orElse(true);
  }
}
