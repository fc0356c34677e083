package dev.alidade.chart;

import dev.alidade.operation.Invocation;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A statement whose rows can be drawn, and what it answers.
 *
 * @param parameters as {@code query} takes them
 * @param record what stands in the record of the run, where that is more than the question
 */
public record ChartSubject(
    String source,
    String sql,
    Optional<Object> parameters,
    Optional<String> question,
    Optional<String> record) {
  public ChartSubject {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(question, "question");
    Objects.requireNonNull(record, "record");
  }

  /**
   * Finds statements that other features keep; what the caller may not know of is not there, and
   * the statement is then run as any other.
   */
  public interface Finder {
    /** The statement of a saved query, with values for its parameters. */
    ChartSubject ofQuery(String name, Map<String, Object> parameters, Invocation invocation);

    /** The statement of an answer, the last one of the conversation unless a turn is named. */
    ChartSubject ofTurn(String conversation, Optional<String> turn, Invocation invocation);
  }
}
