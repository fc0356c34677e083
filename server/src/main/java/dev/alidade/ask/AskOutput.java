package dev.alidade.ask;

import dev.alidade.ask.converse.Chip;
import dev.alidade.ask.plan.Understood;
import dev.alidade.chart.ChartSpec;
import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import dev.alidade.operation.OpenChoice;
import dev.alidade.operation.PageOnly;
import dev.alidade.query.ColumnLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code ask} gives. */
public record AskOutput(
    AskStatus status,
    String conversation,
    String turn,
    String question,
    Optional<String> source,
    @Headline(6) Optional<String> sql,
    @Headline(2) @Description("What the SQL does, in plain words") Optional<String> paraphrase,
    @Headline(3) @Description("What a follow-up kept of the answer before, in plain words")
        Optional<String> kept,
    @Headline(8) List<ColumnLabel> columns,
    @Headline(9) List<List<Object>> rows,
    @Headline(10) @Description("Whether there are more rows") boolean truncated,
    @PageOnly Optional<ChartSpec> chart,
    @Headline(7) Trust trust,
    @Headline(1) @Description("What was done, or why nothing was") String explanation,
    @Description("Words of the question and what they were taken to mean")
        List<Understood> understood,
    @Headline(4) @Description("Words of the question that were not understood")
        List<String> unexplained,
    @Headline(5)
        @Description(
            "Readings to choose from, or questions that can be answered where this one cannot: "
                + "ask again in the same conversation with the option's number as choice")
        Optional<List<AskOption>> options,
    @Description("Filters, order and limit, each of which edit can change") List<Chip> filters,
    @Description("The tables that were read") List<String> tables,
    Optional<Freshness> freshness,
    Optional<Statistics> statistics,
    @Description("The turn whose question another planner answers here again")
        Optional<String> versionOf)
    implements OpenChoice {
  /** How long it took and how much came. */
  public record Statistics(
      long elapsedMs,
      long rows,
      @Description("When the rows were read, where the data may have changed since")
          Optional<Instant> asOf) {}

  @Override
  public Optional<Question> openChoice() {
    List<AskOption> offered =
        status == AskStatus.CLARIFY ? options.orElse(List.of()) : List.<AskOption>of();
    if (offered.isEmpty()) {
      return Optional.empty();
    }
    List<Option> choices = new ArrayList<>();
    for (AskOption option : offered) {
      choices.add(
          new Option(
              option.label(), Map.of("conversation", conversation, "choice", choices.size() + 1)));
    }
    return Optional.of(new Question(explanation, choices));
  }

  /** The same rows with another chart, as the answer of a turn of its own or of the same one. */
  AskOutput redrawn(String asTurn, String asked, Optional<ChartSpec> other, String why) {
    Optional<String> version = asTurn.equals(turn) ? versionOf : Optional.empty();
    return changed(asTurn, asked, other, why, version);
  }

  /** The same as the answer of another planner to the question of a turn. */
  AskOutput asVersionOf(String first) {
    return changed(turn, question, chart, explanation, Optional.of(first));
  }

  private AskOutput changed(
      String asTurn,
      String asked,
      Optional<ChartSpec> other,
      String why,
      Optional<String> version) {
    return new AskOutput(
        status,
        conversation,
        asTurn,
        asked,
        source,
        sql,
        paraphrase,
        kept,
        columns,
        rows,
        truncated,
        other,
        trust,
        why,
        understood,
        unexplained,
        options,
        filters,
        tables,
        freshness,
        statistics,
        version);
  }

  /** Only the question, where the answer shows what its caller may see no longer. */
  AskOutput withheld() {
    String why = "What you may see has changed since this was answered; ask again.";
    return silent(
        AskStatus.ABSTAIN,
        conversation,
        turn,
        question,
        Optional.empty(),
        why,
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** An answer without rows. */
  static AskOutput silent(
      AskStatus status,
      String conversation,
      String turn,
      String question,
      Optional<String> source,
      String explanation,
      List<Understood> understood,
      List<String> unexplained,
      Optional<List<AskOption>> options) {
    return new AskOutput(
        status,
        conversation,
        turn,
        question,
        source,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        false,
        Optional.empty(),
        Trust.none(List.of(explanation)),
        explanation,
        understood,
        unexplained,
        options,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
