package dev.alidade.semantic;

import dev.alidade.base.Caller;

/** Where the meaning of sources is known. */
public interface Meanings {
  /** Knows no meaning of any source. */
  Meanings UNKNOWN = (caller, source) -> SemanticModel.NONE;

  /** What the caller may know of the meaning of a source; says nothing where nobody has said it. */
  SemanticModel of(Caller caller, String source);
}
