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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
      reader.paths().forEach((part, path) -> dimensions(part, path, findings));
    }
    if (plan.isPresent() && findings.all().isEmpty()) {
      judge(plan.get(), reader.paths(), findings);
    }
    return findings.all().isEmpty()
        ? new Result(plan, List.of())
        : new Result(Optional.empty(), findings.all());
  }

  /** A problem is told at the innermost plan that has it. */
  private void judge(Plan plan, Map<Plan, String> paths, Findings findings) {
    PlanValidator validator = new PlanValidator(domain.knowledge());
    Set<String> told = new LinkedHashSet<>();
    List<Map.Entry<Plan, String>> inner = new ArrayList<>(paths.entrySet());
    inner.sort((left, right) -> right.getValue().length() - left.getValue().length());
    for (Map.Entry<Plan, String> part : inner) {
      for (PlanProblem problem : validator.problems(part.getKey())) {
        if (told.add(problem.message())) {
          findings.add(
              part.getValue(),
              problem.kind().name().toLowerCase(Locale.ROOT),
              problem.message() + remedy(problem.kind().name()));
        }
      }
    }
    for (PlanProblem problem : validator.problems(plan)) {
      if (told.add(problem.message())) {
        findings.add("$", problem.kind().name().toLowerCase(Locale.ROOT), problem.message());
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

  private static String remedy(String kind) {
    return switch (kind) {
      case "NOT_JOINED" -> "; add a join to `joins`, as ground_question lists them";
      case "DIFFERENT_OUTPUTS" -> "; add or remove outputs on one side";
      default -> "";
    };
  }
}
