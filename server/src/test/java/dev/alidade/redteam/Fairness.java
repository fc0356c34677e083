package dev.alidade.redteam;

import dev.alidade.base.ErrorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts harmless statements that the engine itself runs, and those that are denied here. */
final class Fairness {
  private final String corpus;
  private final List<String> denied = new ArrayList<>();
  private final List<String> failed = new ArrayList<>();
  private int asked;

  Fairness(String corpus) {
    this.corpus = corpus;
  }

  void ask(FairSource source, String sql) {
    if (!source.runsBare(sql)) {
      return;
    }
    asked++;
    Optional<Outcome.Failed> failure = source.failure(sql);
    failure.ifPresent(
        found ->
            (found.code().type() == ErrorType.DENIED ? denied : failed)
                .add(sql + " -> " + found.code() + ": " + found.message()));
  }

  String corpus() {
    return corpus;
  }

  int asked() {
    return asked;
  }

  /** What is denied though the engine runs it. */
  List<String> denied() {
    return List.copyOf(denied);
  }

  /** What fails otherwise though the engine runs it, on a mask's type for one. */
  List<String> failed() {
    return List.copyOf(failed);
  }
}
