package dev.alidade.evaluate.cause;

/** Something that a statement has or has not. */
enum Trait {
  UNION,
  INTERSECT,
  EXCEPT,
  /** The sides of a set operation read different tables. */
  DIFFERENT_SIDES,
  SELF_JOIN,
  TOP_OF_GROUPS,
  ARITHMETIC,
  NESTED_AGGREGATE,
  /** What is in another query is left out. */
  EXCLUDES,
  /** What is in another query is kept. */
  MEMBER,
  /** One of several conditions is enough. */
  ALTERNATIVES,
  DISTINCT
}
