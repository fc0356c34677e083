package dev.alidade.ask.plan;

/** How the rows of two plans are combined. */
public enum SetOperator {
  UNION,
  INTERSECT,
  EXCEPT
}
