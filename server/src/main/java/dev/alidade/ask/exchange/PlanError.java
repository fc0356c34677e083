package dev.alidade.ask.exchange;

import dev.alidade.operation.Description;
import java.util.Objects;

/** Something wrong with a plan that came from outside, and where. */
public record PlanError(
    @Description("Where in the plan, such as $.outputs[0].expression") String path,
    @Description("The kind of problem, for programs") String code,
    @Description("What is wrong and what to write instead") String message) {
  public PlanError {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(message, "message");
  }

  @Override
  public String toString() {
    return path + ": " + message;
  }
}
