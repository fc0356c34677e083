package dev.alidade.evaluate;

import dev.alidade.ask.Decider;
import dev.alidade.ask.Decision;
import dev.alidade.ask.QuestionReader;
import dev.alidade.ask.Reading;
import dev.alidade.ask.plan.Domain;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.catalog.CatalogService;
import dev.alidade.engine.Batch;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import dev.alidade.query.GovernedResult;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.sql.Dialect;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One database on several engines, asked and queried as a user would. */
final class ComparedSources implements AutoCloseable {
  private static final QueryLimits LIMITS = new QueryLimits(Duration.ofSeconds(20), 200_000);

  private final QuestionReader reader;
  private final Sources sources;
  private final QueryService queries;
  private final CatalogService catalog;
  private final Map<String, Outcome> known = new HashMap<>();

  /** What a statement gave: rows, or the reason that there are none. */
  record Outcome(List<List<Object>> rows, Optional<AlidadeException> failure) {}

  ComparedSources(
      List<SourceDefinition> definitions, List<EngineFactory> factories, QuestionReader reader) {
    this.reader = reader;
    sources = new Sources(definitions, factories);
    queries = new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC());
    catalog = new CatalogService(sources, queries, Clock.systemUTC());
  }

  Dialect dialect(String source) {
    return sources.engine(source).dialect();
  }

  /** The reading that Alidade would answer with; empty where it would not answer. */
  Optional<Reading> answer(String source, String question) {
    List<Reading> readings =
        reader.read(question, Domain.of(catalog.knowledge(source)), dialect(source));
    return new Decider().decide(readings) instanceof Decision.Answer answer
        ? Optional.of(answer.reading())
        : Optional.empty();
  }

  Outcome run(String source, String sql) {
    return known.computeIfAbsent(source + "\n" + sql, ignored -> execute(source, sql));
  }

  private Outcome execute(String source, String sql) {
    QueryRequest request =
        new QueryRequest(Caller.SYSTEM, source, sql, Parameters.NONE, LIMITS, Cancellation.never());
    List<List<Object>> rows = new ArrayList<>();
    try (GovernedResult result = queries.run(request)) {
      int width = result.columns().size();
      for (Optional<Batch> batch = result.next(); batch.isPresent(); batch = result.next()) {
        for (int row = 0; row < batch.get().rows(); row++) {
          List<Object> cells = new ArrayList<>();
          for (int column = 0; column < width; column++) {
            cells.add(ComparableCell.of(batch.get().value(column, row)));
          }
          rows.add(cells);
        }
      }
      return result.isTruncated()
          ? failed(new AlidadeException(ErrorCode.RESULT_TOO_LARGE, "too many rows to compare"))
          : new Outcome(rows, Optional.empty());
    } catch (AlidadeException failure) {
      return failed(failure);
    }
  }

  private static Outcome failed(AlidadeException failure) {
    return new Outcome(List.of(), Optional.of(failure));
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
