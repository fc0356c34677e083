package dev.alidade.ask.exchange;

import java.util.ArrayList;
import java.util.List;

/** What was found wrong while a plan was read; a plan with very many mistakes is not read on. */
final class Findings {
  private static final int MOST = 20;

  private final List<PlanError> errors = new ArrayList<>();

  void add(String path, String code, String message) {
    if (errors.size() < MOST) {
      errors.add(new PlanError(path, code, message));
    }
  }

  List<PlanError> all() {
    return List.copyOf(errors);
  }
}
