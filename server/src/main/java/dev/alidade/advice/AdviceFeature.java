package dev.alidade.advice;

import dev.alidade.catalog.CatalogService;
import dev.alidade.operation.Operation;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.Meanings;
import java.util.List;

/** The operations that help with a statement. */
public final class AdviceFeature {
  private final SqlFixer fixer;
  private final SqlExplainer explainer;

  /** Advice on statements that would run in {@code queries}. */
  public AdviceFeature(QueryService queries, CatalogService catalog, Meanings meanings) {
    this.fixer = new SqlFixer(queries, catalog);
    this.explainer = new SqlExplainer(queries, meanings);
  }

  /** {@code explain_sql} and {@code fix_sql}. */
  public List<Operation<?, ?>> operations() {
    return List.of(explain(), fix());
  }

  private Operation<StatementAdviceInput, ExplainSqlOutput> explain() {
    return Operation.named("explain_sql", StatementAdviceInput.class, ExplainSqlOutput.class)
        .title("Explain SQL in words")
        .description(
            "Says in plain words what a statement does: tables, joins, conditions, groups, order, "
                + "each query within it as a step. What you may not see is refused as when it ran; "
                + "nothing is executed, and what is not understood is not guessed.")
        .primary("sql")
        .examples(
            "explain-sql \"SELECT status, count(*) FROM orders GROUP BY status\" --source shop")
        .handledBy(explainer::explain);
  }

  private Operation<StatementAdviceInput, FixSqlOutput> fix() {
    return Operation.named("fix_sql", StatementAdviceInput.class, FixSqlOutput.class)
        .title("Fix SQL")
        .description(
            "Says why a statement fails and proposes up to three corrections: names that you may "
                + "see, grouping, quotes, functions of this source, commas. Each was checked and "
                + "planned; nothing is executed, and where nothing is found it says so.")
        .primary("sql")
        .examples("fix-sql \"SELECT statsu, count(*) FROM order\" --source shop")
        .handledBy(fixer::fix);
  }
}
