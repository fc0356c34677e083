package dev.alidade.ask.converse;

/** What words of a follow-up do to the last question. */
enum Cue {
  EXPLAIN,
  UNDO,
  START_OVER,
  /** No limit any more. */
  ALL,
  COUNT,
  /** Leads to what is said; "mark" where only a follow-up begins so. */
  LEAD,
  /** What follows comes on top. */
  ALSO,
  /** What was said takes the place of what was. */
  INSTEAD,
  /** The argument is "also" where a dimension comes on top. */
  GROUP,
  SORT,
  DIRECTION,
  TOP,
  /** The argument is an aggregate function. */
  MEASURE,
  SHOW,
  HIDE,
  REMOVE,
  EXCEPT,
  /** The argument is a kind of chart; none: a table. */
  DRAW,
  /** Says nothing; "back" where it stands for what was spoken of. */
  FILLER;

  /** Whether the words must be all that is said. */
  boolean isWhole() {
    return this == EXPLAIN || this == UNDO || this == START_OVER || this == ALL;
  }
}
