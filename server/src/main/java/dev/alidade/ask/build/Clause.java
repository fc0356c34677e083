package dev.alidade.ask.build;

/** Where in the sentence a word stands. */
enum Clause {
  SHOW,
  CONDITION,
  GROUP,
  SORT
}
