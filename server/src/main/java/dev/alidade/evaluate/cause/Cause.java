package dev.alidade.evaluate.cause;

/**
 * Why the best reading of a question does not give the right rows. Where several apply, the first
 * in this order is the cause: what rows show comes before what the SQL shows, and what a reading
 * cannot be without comes before what it could be changed in.
 */
public enum Cause {
  NO_READING("nothing was read"),
  RIGHT_SQL_FAILS("the right SQL fails or takes too long"),
  READING_FAILS("the reading's SQL fails or takes too long"),
  COLUMN_ORDER("the right rows, columns in another order"),
  EXTRA_COLUMNS("the right columns and more"),
  FEWER_COLUMNS("some of the right columns only"),
  REPEATED_ROWS("the right rows, repeated more or less often"),
  TIED_ROWS("another choice or order among rows that tie"),
  ROW_ORDER("the right rows in another order"),
  UNION_OF_TABLES("a union, intersection or difference over several tables"),
  SET_OPERATION("a union, intersection or difference over the same tables"),
  EXCLUSION("what has no such row, or has one"),
  SELF_JOIN("a table joined with itself"),
  TOP_OF_GROUPS("the top of each group"),
  ARITHMETIC("arithmetic between columns or aggregates"),
  NESTED_AGGREGATE("an aggregate of aggregates, or a comparison with one"),
  OTHER_TABLE("another table"),
  MISSING_TABLE("a table is missing"),
  EXTRA_TABLE("a table too many"),
  AGGREGATE("another aggregate, none, or one too many"),
  MISSING_CONDITION("a condition is missing"),
  EXTRA_CONDITION("a condition too many"),
  OTHER_CONDITION_COLUMN("a condition on another column"),
  OTHER_VALUE("a condition with another value"),
  OTHER_COMPARISON("a condition with another comparison, or instead of and"),
  HAVING("another condition on groups"),
  GROUP_COLUMN("grouped by another column, such as a name instead of a key"),
  GROUPING("grouped or not"),
  SHOWN_OTHER_TABLE("a column of another table is shown"),
  SHOWN_SAME_TABLE("another column of the same table is shown"),
  SHOWN_NUMBER("more or fewer columns are shown"),
  ORDER_OR_LIMIT("sorted by something else, or another number of rows"),
  DISTINCT("equal rows once or each time"),
  EXISTENCE("rows of a join, or each once that has such a row"),
  JOIN_COLUMNS("tables joined by other columns"),
  NOT_FOUND("no difference was found"),
  UNREADABLE("the SQL could not be compared");

  private final String title;

  Cause(String title) {
    this.title = title;
  }

  /** What it is, in plain words. */
  public String title() {
    return title;
  }
}
