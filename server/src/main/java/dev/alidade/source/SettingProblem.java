package dev.alidade.source;

import dev.alidade.operation.Description;
import java.util.Objects;

/** What is wrong with one setting. */
public record SettingProblem(
    @Description("The setting, or `name`") String setting,
    @Description("What is wrong and what to do about it") String problem) {
  public SettingProblem {
    Objects.requireNonNull(setting, "setting");
    Objects.requireNonNull(problem, "problem");
  }

  /** Both in one sentence. */
  String sentence() {
    return "`%s` %s".formatted(setting, problem);
  }
}
