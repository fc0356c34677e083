package dev.alidade.ask.plan;

import dev.alidade.ask.text.Question;
import dev.alidade.catalog.SourceKnowledge;
import java.util.List;

/** Reads a question in the light of a source; rules, a language model or an agent. */
public interface Planner {
  /** Readings, the best first; empty where none makes sense. */
  List<Candidate> plan(Question question, SourceKnowledge knowledge);

  /**
   * Words of the question that name nothing in the source, to be told where nothing was planned.
   */
  default List<String> unknown(Question question, SourceKnowledge knowledge) {
    return List.of();
  }
}
