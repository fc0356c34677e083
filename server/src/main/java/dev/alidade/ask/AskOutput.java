package dev.alidade.ask;

import dev.alidade.ask.plan.Understood;
import dev.alidade.chart.ChartSpec;
import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import dev.alidade.query.ColumnLabel;
import java.util.List;
import java.util.Optional;

/** What {@code ask} gives. */
public record AskOutput(
    AskStatus status,
    String conversation,
    String turn,
    String question,
    Optional<String> source,
    @Headline(5) Optional<String> sql,
    @Headline(2) @Description("What the SQL does, in plain words") Optional<String> paraphrase,
    @Headline(7) List<ColumnLabel> columns,
    @Headline(8) List<List<Object>> rows,
    @Headline(9) @Description("Whether there are more rows") boolean truncated,
    Optional<ChartSpec> chart,
    @Headline(6) Trust trust,
    @Headline(1) @Description("What was done, or why nothing was") String explanation,
    @Description("Words of the question and what they were taken to mean")
        List<Understood> understood,
    @Headline(3) @Description("Words of the question that were not understood")
        List<String> unexplained,
    @Headline(4) @Description("Readings to choose from") Optional<List<AskOption>> options,
    Optional<Statistics> statistics) {
  /** How long it took and how much came. */
  public record Statistics(long elapsedMs, long rows) {}

  /** Only the question, where the answer shows what its caller may see no longer. */
  AskOutput withheld() {
    String why = "What you may see has changed since this was answered; ask again.";
    return new AskOutput(
        AskStatus.ABSTAIN,
        conversation,
        turn,
        question,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        Trust.none(List.of(why)),
        why,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
