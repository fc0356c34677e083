package dev.alidade.evaluate;

import dev.alidade.ask.compile.PlanCompiler;
import dev.alidade.ask.plan.Output;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.plan.SelectPlan;
import java.util.ArrayList;
import java.util.List;

/** Finds out which answers a plan allows, by running it without its limit and with its keys. */
final class AllowedAnswers {
  private final ComparedSources sources;
  private final String source;

  /** Answers as the data of {@code source} allow them. */
  AllowedAnswers(ComparedSources sources, String source) {
    this.sources = sources;
    this.source = source;
  }

  AllowedAnswer of(Plan plan, List<List<Object>> rows) {
    int width = rows.isEmpty() ? 0 : rows.getFirst().size();
    if (!(plan instanceof SelectPlan select) || select.topPerGroup().isPresent()) {
      return new AllowedAnswer(rows, width, Long.MAX_VALUE);
    }
    if (select.order().isEmpty() && select.limit().isEmpty()) {
      return new AllowedAnswer(rows, width, Long.MAX_VALUE);
    }
    long limit = select.limit().orElse(Long.MAX_VALUE);
    // A key that is not shown would tell equal rows apart.
    List<List<Object>> all =
        select.distinct()
            ? List.of()
            : sources.run(source, compiler().compile(withKeys(select))).rows();
    boolean whole = all.size() >= rows.size() && !all.isEmpty();
    return whole
        ? new AllowedAnswer(all, width, limit)
        : new AllowedAnswer(numbered(rows), width, Long.MAX_VALUE);
  }

  private PlanCompiler compiler() {
    return new PlanCompiler(sources.dialect(source));
  }

  private static SelectPlan withKeys(SelectPlan plan) {
    List<Output> outputs = new ArrayList<>(plan.outputs());
    plan.order().forEach(key -> outputs.add(new Output(key.expression(), "key_" + outputs.size())));
    return new SelectPlan(
        outputs,
        plan.distinct(),
        plan.tables(),
        plan.joins(),
        plan.filter(),
        plan.groups(),
        plan.having(),
        plan.topPerGroup(),
        plan.order(),
        java.util.Optional.empty());
  }

  private static List<List<Object>> numbered(List<List<Object>> rows) {
    List<List<Object>> numbered = new ArrayList<>();
    for (List<Object> row : rows) {
      List<Object> cells = new ArrayList<>(row);
      cells.add(numbered.size());
      numbered.add(cells);
    }
    return numbered;
  }
}
