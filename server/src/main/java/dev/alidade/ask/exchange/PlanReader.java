package dev.alidade.ask.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alidade.ask.compile.PlanProblem;
import dev.alidade.ask.compile.PlanValidator;
import dev.alidade.ask.ground.Metrics;
import dev.alidade.ask.plan.Domain;
import dev.alidade.ask.plan.DrillAcrossPlan;
import dev.alidade.ask.plan.Plan;
import dev.alidade.ask.text.Question;
import dev.alidade.operation.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Reads plans that come from outside, from a model or an agent, and finds all that is wrong with
 * them: nothing that the source's caller may not see can be named, and types are the source's own.
 */
public final class PlanReader {
  private final Domain domain;
  private final Map<String, JsonNode> metrics = new LinkedHashMap<>();

  /** A reader of plans on this source. */
  public PlanReader(Domain domain) {
    this.domain = domain;
    Metrics.of(domain)
        .forEach(metric -> metrics.put(metric.name(), Json.mapper().valueToTree(metric.formula())));
  }

  /**
   * A plan, where it could be read and makes sense.
   *
   * @param errors all that is wrong; empty where there is a plan
   */
  public record Result(Optional<Plan> plan, List<PlanError> errors) {
    public Result {
      Objects.requireNonNull(plan, "plan");
      errors = List.copyOf(errors);
    }
  }

  /** Reads a plan for a question, whose words its parts may name. */
  public Result read(JsonNode json, Question question) {
    Findings findings = new Findings();
    NodeReader reader = new NodeReader(new Names(domain.knowledge()), metrics, question, findings);
    Optional<Plan> plan = reader.plan(json);
    if (findings.all().isEmpty()) {
      reader.parts().forEach(part -> dimensions(part.plan(), part.path(), findings));
    }
    if (plan.isPresent() && findings.all().isEmpty()) {
      judge(reader.parts(), findings);
    }
    return findings.all().isEmpty()
        ? new Result(plan, List.of())
        : new Result(Optional.empty(), findings.all());
  }

  /** A problem is told at the innermost plan that has it. */
  private void judge(List<NodeReader.Part> parts, Findings findings) {
    PlanValidator validator = new PlanValidator(domain.knowledge());
    Set<String> told = new HashSet<>();
    for (NodeReader.Part part : parts) {
      for (PlanProblem problem : validator.problems(part.plan())) {
        if (told.add(problem.message())) {
          findings.add(
              part.path(),
              problem.kind().name().toLowerCase(Locale.ROOT),
              problem.message() + remedy(problem.kind()));
        }
      }
    }
  }

  private static void dimensions(Plan plan, String path, Findings findings) {
    if (plan instanceof DrillAcrossPlan across
        && across.parts().stream().anyMatch(part -> part.outputs().size() < across.dimensions())) {
      findings.add(
          path + ".dimensions",
          "bad_value",
          "A part shows fewer outputs than there are dimensions");
    }
  }

  private static String remedy(PlanProblem.Kind kind) {
    return switch (kind) {
      case NOT_JOINED -> "; add a join to `joins`, as ground_question lists them";
      case DIFFERENT_OUTPUTS -> "; add or remove outputs on one side";
      case UNKNOWN_TABLE, UNKNOWN_COLUMN, TYPE_MISFIT, NOT_GROUPED, MULTIPLIED_ROWS -> "";
    };
  }
}
