package dev.alidade.ask;

import dev.alidade.ask.plan.Domain;
import dev.alidade.operation.Invocation;
import dev.alidade.sql.Dialect;
import java.util.List;
import java.util.Objects;

/** Whom to ask besides the built-in planner: a language model where one is configured. */
@FunctionalInterface
public interface SecondOpinion {
  /** Nobody: what the built-in planner says is decided. */
  SecondOpinion NOBODY = (asked, readings, decision) -> new Opinion(readings, decision, List.of());

  /**
   * What becomes of a question. It never fails because of who is asked: a note tells it instead.
   *
   * @param readings what the built-in planner reads, the best first
   * @param decision what it would do with them
   */
  Opinion on(Asked asked, List<Reading> readings, Decision decision);

  /**
   * A question on one source, by somebody.
   *
   * @param fresh whether what was said to it before is not wanted
   */
  record Asked(
      String question, Domain domain, Dialect dialect, Invocation invocation, boolean fresh) {
    public Asked {
      Objects.requireNonNull(question, "question");
      Objects.requireNonNull(domain, "domain");
      Objects.requireNonNull(dialect, "dialect");
      Objects.requireNonNull(invocation, "invocation");
    }
  }

  /**
   * All readings and what to do with them.
   *
   * @param notes what the asker should know of how it came about, a sentence each
   */
  record Opinion(List<Reading> readings, Decision decision, List<String> notes) {
    public Opinion {
      readings = List.copyOf(readings);
      Objects.requireNonNull(decision, "decision");
      notes = List.copyOf(notes);
    }
  }
}
