package dev.alidade.ask.model;

/** Answers that a model may give about the shop. */
final class ScriptedPlans {
  /** How many products there are. */
  static final String PRODUCTS =
      """
      {"kind": "select", "tables": [{"table": "products"}],
       "outputs": [{"expression": {"kind": "aggregate", "function": "count"}}]}""";

  /** The names of all customers. */
  static final String CUSTOMERS =
      """
      {"kind": "select", "tables": [{"table": "customers"}], "outputs":
       [{"expression": {"kind": "column", "table": "customers", "column": "customer_name"}}]}""";

  private ScriptedPlans() {}

  /** An answer with one plan. */
  static String answer(String plan) {
    return "{\"plans\": [{\"plan\": %s, \"confidence\": 0.9}]}".formatted(plan);
  }

  /** An answer with two plans. */
  static String answer(String plan, double confidence, String other, double less) {
    return "{\"plans\": [{\"plan\": %s, \"confidence\": %s}, {\"plan\": %s, \"confidence\": %s}]}"
        .formatted(plan, confidence, other, less);
  }

  /** An answer without a plan but with SQL. */
  static String sql(String sql) {
    return "{\"plans\": [], \"sql\": \"%s\", \"sql_meaning\": \"What was asked for.\"}"
        .formatted(sql);
  }
}
