package dev.alidade.ask.model;

import dev.alidade.base.AlidadeException;

/** Something that answers in words what it is asked in words. */
@FunctionalInterface
public interface LanguageModel {
  /**
   * The whole answer, after all its pieces came.
   *
   * @throws AlidadeException one of the MODEL codes where there is none
   */
  ModelReply answer(ModelRequest request, Listening listening);
}
