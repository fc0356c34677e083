package dev.alidade.ask.exchange;

import dev.alidade.ask.Trust;
import dev.alidade.chart.ChartSpec;
import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import dev.alidade.query.ColumnLabel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code run_plan} gives. */
public record RunPlanOutput(
    PlanStatus status,
    String source,
    @Headline(1) @Description("What was done, or what to do next") String explanation,
    @Headline(2) @Description("All that is wrong with the plan") List<PlanError> errors,
    @Headline(3) @Description("What the plan asks for, in plain words") Optional<String> paraphrase,
    @Headline(4) Optional<String> sql,
    @Headline(5) List<ColumnLabel> columns,
    @Headline(6) List<List<Object>> rows,
    @Headline(7) @Description("Whether there are more rows") boolean truncated,
    Optional<ChartSpec> chart,
    Optional<Trust> trust) {
  public RunPlanOutput {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(explanation, "explanation");
    errors = List.copyOf(errors);
    Objects.requireNonNull(paraphrase, "paraphrase");
    Objects.requireNonNull(sql, "sql");
    columns = List.copyOf(columns);
    Objects.requireNonNull(chart, "chart");
    Objects.requireNonNull(trust, "trust");
  }

  /** Nothing ran. */
  static RunPlanOutput invalid(String source, List<PlanError> errors) {
    return new RunPlanOutput(
        PlanStatus.INVALID,
        source,
        "Nothing ran: correct the plan at the paths below and call run_plan again.",
        errors,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        Optional.empty());
  }
}
