package dev.alidade.ask.plan;

import dev.alidade.ask.text.Question;
import java.util.List;

/** Reads a question in the light of a source; rules, a language model or an agent. */
public interface Planner {
  /** Readings, the best first; empty where none makes sense. */
  List<Candidate> plan(Question question, Domain domain);

  /**
   * Words of the question that name nothing in the source, to be told where nothing was planned.
   */
  default List<String> unknown(Question question, Domain domain) {
    return List.of();
  }
}
