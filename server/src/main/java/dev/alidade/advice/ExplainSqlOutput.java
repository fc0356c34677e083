package dev.alidade.advice;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.List;
import java.util.Objects;

/**
 * What {@code explain_sql} gives.
 *
 * @param understood whether the statement was read whole; otherwise nothing is said of it
 */
public record ExplainSqlOutput(
    @Headline(1) @Description("What the statement gives, in a sentence") String explanation,
    @Description("Whether the statement was read whole; if not, nothing is guessed")
        boolean understood,
    @Headline(2) @Description("What it does, step by step") List<Step> steps,
    @Description("The tables that it reads, as the source's own grammar says")
        List<String> tables) {
  public ExplainSqlOutput {
    Objects.requireNonNull(explanation, "explanation");
    steps = List.copyOf(steps);
    tables = List.copyOf(tables);
  }

  /** One query of a statement: the whole, or a part that others read. */
  public record Step(
      @Headline(1) @Description("What the step is called") String name,
      @Headline(2) @Description("What it does, in order") List<String> does) {
    public Step {
      Objects.requireNonNull(name, "name");
      does = List.copyOf(does);
    }
  }
}
