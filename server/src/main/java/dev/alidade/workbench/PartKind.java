package dev.alidade.workbench;

/** What a part of a statement is. */
public enum PartKind {
  /** A query that WITH names. */
  CTE,
  /** A query in brackets. */
  SUBQUERY,
  /** One of the queries that UNION, INTERSECT or EXCEPT put together. */
  BRANCH,
  /** What FROM reads first. */
  FROM,
  /** All up to one join. */
  JOIN,
  /** What WHERE lets pass. */
  WHERE,
  /** The whole statement. */
  RESULT
}
