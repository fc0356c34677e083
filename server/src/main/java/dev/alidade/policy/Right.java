package dev.alidade.policy;

import dev.alidade.base.Scope;

/** What a role may do at all; which operations, sources and tables narrows it. */
public enum Right {
  /** Ask, query, describe, export. */
  READ,
  /** Change rows. */
  WRITE,
  /** Change definitions: models, saved questions, approvals of the caller's own team. */
  DEFINE,
  /** Change who may do what, and see what everybody did. */
  ADMINISTER;

  /** The narrowest scope of a token that lets it be used. */
  public Scope scope() {
    return switch (this) {
      case READ -> Scope.READ;
      case WRITE, DEFINE -> Scope.WRITE;
      case ADMINISTER -> Scope.ADMIN;
    };
  }
}
