package dev.alidade.ask.exchange;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alidade.ask.Trust;
import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.ask.explain.Paraphraser;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.text.Tokenizer;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.catalog.CatalogService;
import dev.alidade.chart.ChartChooser;
import dev.alidade.engine.Parameters;
import dev.alidade.operation.Invocation;
import dev.alidade.operation.Json;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.Meanings;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives an agent what it needs to plan by itself, and runs the plans that it makes. */
final class ExchangeService {
  private static final QueryLimits LIMITS = QueryLimits.INTERACTIVE.withRows(1_000);
  private static final int LONGEST_QUESTION = 2_000;
  private static final Trust TRUST =
      new Trust(
          Trust.Label.MODEL,
          0,
          List.of(
              "The caller made the plan; it was checked against the source",
              "Whether it answers the question is not known here"));

  /** Made when an agent first asks for it. */
  private static final class Written {
    private static final Map<String, Object> SCHEMA =
        Json.mapper().convertValue(PlanSchema.ofPlan(), new TypeReference<>() {});
  }

  private final CatalogService catalog;
  private final Meanings meanings;
  private final QueryService queries;
  private final Grounding grounding;
  private final Tokenizer tokenizer = new Tokenizer();

  ExchangeService(CatalogService catalog, Meanings meanings, QueryService queries, Clock clock) {
    this.catalog = catalog;
    this.meanings = meanings;
    this.queries = queries;
    this.grounding = new Grounding(clock);
  }

  GroundOutput ground(GroundInput input, Invocation invocation) {
    String question = checked(input.question());
    Domain domain = domain(invocation.caller(), input.source());
    return new GroundOutput(
        input.source(),
        grounding.of(tokenizer.read(question), domain, true),
        PlanGuide.TEXT,
        Written.SCHEMA);
  }

  RunPlanOutput run(RunPlanInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    String question = input.question().map(ExchangeService::checked).orElse("");
    Domain domain = domain(caller, input.source());
    PlanReader.Result read =
        new PlanReader(domain)
            .read(Json.mapper().valueToTree(input.plan()), tokenizer.read(question));
    if (read.plan().isEmpty()) {
      return RunPlanOutput.invalid(input.source(), read.errors());
    }
    Plan plan = read.plan().get();
    String paraphrase = Paraphraser.sentence(plan);
    String sql = new PlanCompiler(queries.dialect(caller, input.source())).compile(plan);
    invocation.reached("planned", Map.of("paraphrase", paraphrase, "sql", sql));
    Rows rows =
        Rows.collect(
            queries.run(
                new QueryRequest(
                        caller,
                        input.source(),
                        sql,
                        Parameters.NONE,
                        LIMITS,
                        invocation.cancellation())
                    .answering(question.isEmpty() ? paraphrase : question)));
    return new RunPlanOutput(
        PlanStatus.RAN,
        input.source(),
        rows.rows().isEmpty() ? "There are no rows that fit." : paraphrase,
        List.of(),
        Optional.of(paraphrase),
        Optional.of(rows.sql()),
        rows.columns(),
        rows.rows(),
        rows.truncated(),
        ChartChooser.choose(question, paraphrase, rows.columns(), rows.rows()),
        Optional.of(TRUST));
  }

  private Domain domain(Caller caller, String source) {
    return new Domain(catalog.knowledge(caller, source), meanings.of(caller, source));
  }

  private static String checked(String question) {
    String text = question.strip();
    if (text.isEmpty() || text.length() > LONGEST_QUESTION) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "`question` must have 1 to %,d characters; write what you want to know"
              .formatted(LONGEST_QUESTION));
    }
    return text;
  }
}
