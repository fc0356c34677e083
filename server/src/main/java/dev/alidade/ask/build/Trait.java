package dev.alidade.ask.build;

/** A property of a whole plan that words of the question may ask for. */
enum Trait {
  ONE_OUTPUT,
  TWO_OUTPUTS,
  THREE_OUTPUTS,
  MANY_OUTPUTS,
  SHOWS_COLUMN,
  SHOWS_KEY,
  COUNTS_ROWS,
  COUNTS_VALUES,
  COUNTS_DIFFERENT,
  SHOWS_SUM,
  SHOWS_AVERAGE,
  SHOWS_MINIMUM,
  SHOWS_MAXIMUM,
  SHOWS_METRIC,
  /** Measures of several tables stand side by side. */
  DRILLS_ACROSS,
  /** What refers to a row of another table is shown instead of its name. */
  SHOWS_REFERENCE,
  /** A number over rows stands before a column. */
  NUMBER_FIRST,
  /** A column stands before a number over rows. */
  COLUMN_FIRST,
  DISTINCT,
  NO_TEST,
  ONE_TEST,
  TWO_TESTS,
  MANY_TESTS,
  EQUALS_TEXT,
  EQUALS_NUMBER,
  DIFFERS,
  MORE,
  MORE_OR_EQUAL,
  LESS,
  LESS_OR_EQUAL,
  /** A key is compared by its size, which means nothing. */
  KEY_BY_SIZE,
  BETWEEN,
  CONTAINS,
  STARTS_WITH,
  ENDS_WITH,
  PERIOD,
  MISSING,
  PRESENT,
  EITHER,
  AGAINST_AGGREGATE,
  EXISTS,
  LACKS,
  GROUPED,
  GROUPED_TWICE,
  /** What each row stands for is not shown. */
  GROUP_HIDDEN,
  GROUP_MORE,
  GROUP_MORE_OR_EQUAL,
  GROUP_LESS,
  GROUP_EQUAL,
  GROUP_BY_AGGREGATE,
  UNSORTED,
  UPWARD,
  DOWNWARD,
  BY_COUNT,
  BY_AGGREGATE,
  BY_METRIC,
  BY_COLUMN,
  BY_SHOWN_COLUMN,
  FIRST_ONE,
  FIRST_FEW,
  ALL_SORTED,
  TOP_PER_GROUP,
  ONE_TABLE,
  TWO_TABLES,
  THREE_TABLES,
  MANY_TABLES,
  UNION,
  INTERSECTION,
  DIFFERENCE,
  /** A key is added up, averaged or ranked. */
  MEASURES_KEY,
  /** Values of a number are counted, not how many there are of them. */
  COUNTS_NUMBERS,
  /** What must exist must not exist either. */
  CONTRADICTS,
  /** The same is demanded twice. */
  REPEATS,
  /** What is shown is demanded to be one value. */
  SHOWS_TESTED,
  /** Something must exist, whatever it is like. */
  ONLY_EXISTS,
  /** A text is compared as a number, or the reverse. */
  MISFIT,
  /** Something within a number or a date. */
  PART_OF_NUMBER,
  /** Texts are ranked to find the first. */
  RANKS_TEXT,
  /** Rows are limited, but not sorted by a number over rows that they are grouped for. */
  GROUPED_FOR_NOTHING
}
