const { env } = process;

/** What the walk asks; another data set needs other questions. */
export const QUESTIONS = {
  number: env.ALIDADE_WALK_NUMBER ?? "How many orders are there?",
  numberSql: env.ALIDADE_WALK_NUMBER_SQL ?? "SELECT COUNT(*) FROM orders",
  table: env.ALIDADE_WALK_TABLE ?? "For each category, what is the average price of products?",
  senseless: env.ALIDADE_WALK_SENSELESS ?? "flurble the grommets",
  failing: "SELECT\n  nosuchcolumn\nFROM products",
};
