package dev.alidade.ask.ground;

/** What a word does in a question, other than naming data. */
public enum OperatorKind {
  /** Asks for something to be shown: "list", "what". */
  ASK,
  /** Asks for a person, place or time: the argument says which. */
  ASK_FOR,
  /** Every column of what follows. */
  EVERYTHING,
  COUNT,
  /** The argument is an aggregate function. */
  AGGREGATE,
  /** The argument is "most" or "least". */
  SUPERLATIVE,
  /** The argument is a comparison symbol. */
  COMPARE,
  BETWEEN,
  /** The argument says how rows of the answer are set against each other. */
  ACROSS,
  /** Two periods stand beside each other, each with its own number. */
  SIDE_BY_SIDE,
  /** "average number of": a number of rows is divided by that of the groups. */
  AVERAGE_COUNT,
  NOT,
  /** What follows is taken away from what came before. */
  EXCEPT,
  EACH,
  ORDER,
  /** The argument is "ascending" or "descending". */
  DIRECTION,
  DISTINCT,
  AND,
  OR,
  BOTH,
  /** The argument is the kind of text match. */
  TEXT_MATCH,
  /** "how often", "most common": counts rows per value. */
  FREQUENT,
  /** "once", "twice": a number of rows. */
  TIMES,
  MISSING,
  /** Introduces a condition or a detail: the argument is its family. */
  LINK
}
