package dev.alidade.ask.exchange;

import dev.alidade.catalog.CatalogService;
import dev.alidade.operation.Operation;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.Meanings;
import java.time.Clock;
import java.util.List;

/** The operations of an agent that plans by itself. */
public final class ExchangeFeature {
  private final ExchangeService service;

  /** Operations over what {@code catalog} and {@code meanings} know; plans run in queries. */
  public ExchangeFeature(
      CatalogService catalog, Meanings meanings, QueryService queries, Clock clock) {
    this.service = new ExchangeService(catalog, meanings, queries, clock);
  }

  /** {@code ground_question} and {@code run_plan}. */
  public List<Operation<?, ?>> operations() {
    return List.of(ground(), run());
  }

  private Operation<GroundInput, GroundOutput> ground() {
    return Operation.named("ground_question", GroundInput.class, GroundOutput.class)
        .title("Ground a question")
        .description(
            "Links a question to a source for a caller that plans by itself: the tables, columns,"
                + " joins, stored values and metrics that it may be about, and how a plan is"
                + " written. Give the plan to run_plan.")
        .primary("question")
        .examples("ground-question \"Orders per country\" --source shop")
        .handledBy(service::ground);
  }

  private Operation<RunPlanInput, RunPlanOutput> run() {
    return Operation.named("run_plan", RunPlanInput.class, RunPlanOutput.class)
        .title("Run a plan")
        .description(
            "Checks a plan, turns it into SQL and runs it with what you may see. A plan that is"
                + " wrong comes back with every mistake and its place, and nothing runs.")
        .primary("source")
        .examples(
            "run-plan shop --plan '{\"kind\": \"select\", \"tables\": [{\"table\": \"orders\"}], \"outputs\":"
                + " [{\"expression\": {\"kind\": \"aggregate\", \"function\": \"count\"}}]}'")
        .handledBy(service::run);
  }
}
