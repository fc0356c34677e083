package dev.alidade.evaluate;

import com.github.benmanes.caffeine.cache.Cache;
import dev.alidade.ask.QuestionReader;
import dev.alidade.ask.Reading;
import dev.alidade.ask.SecondOpinion;
import dev.alidade.ask.plan.Domain;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caches;
import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.EngineFactory;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.SourceDefinition;
import dev.alidade.engine.Sources;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.SourceTables;
import dev.alidade.sql.LexicalRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One database of a suite, opened as any source is, so that every query goes through the gate. */
final class SuiteDatabase implements AutoCloseable {
  private static final QueryLimits LIMITS = new QueryLimits(Duration.ofSeconds(5), 200_000);

  private static final long MOST_CELLS = 4_000_000;

  private final String name;
  private final Sources sources;
  private final QueryService queries;
  private final CatalogService catalog;
  private final SemanticModel model;
  // Wrong readings may show whole tables, so it is cells that are counted.
  private final Cache<String, Optional<Rows>> known =
      Caches.builder().maximumWeight(MOST_CELLS).weigher(SuiteDatabase::cells).build();

  SuiteDatabase(EngineFactory engine, String name, Path file, Optional<Path> meaning) {
    this.name = name;
    SourceDefinition definition =
        new SourceDefinition(name, engine.engine(), Map.of("path", file.toString()));
    sources = new Sources(List.of(definition), List.of(engine));
    queries = new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC());
    catalog = new CatalogService(sources, queries, Clock.systemUTC());
    model = meaning.map(this::model).orElse(SemanticModel.NONE);
  }

  SourceKnowledge knowledge() {
    return catalog.knowledge(name);
  }

  List<Reading> read(QuestionReader reader, String question) {
    return reader.read(question, new Domain(knowledge(), model), sources.engine(name).dialect());
  }

  /** A language model that is asked about this database. */
  MeasuredModel.OnDatabase measuring(MeasuredModel measured) {
    return measured.on(queries);
  }

  /** A question as a language model is asked it. */
  SecondOpinion.Asked asked(String question) {
    return new SecondOpinion.Asked(
        question,
        new Domain(knowledge(), model),
        sources.engine(name).dialect(),
        Invocation.of(Caller.SYSTEM),
        true);
  }

  private SemanticModel model(Path file) {
    try {
      return OssieReader.read(
          file.toString(),
          Files.readString(file),
          SourceTables.of(knowledge().catalog()),
          ErrorCode.INVALID_INPUT);
    } catch (IOException failure) {
      throw new AlidadeException(
          ErrorCode.FILE_UNREADABLE,
          "Cannot read the semantic model %s; give the path of a YAML file".formatted(file));
    }
  }

  /** How the source's engine cuts a statement into words. */
  LexicalRules lexicalRules() {
    return sources.engine(name).dialect().lexicalRules();
  }

  /** The rows of a statement, or why there are none. */
  Optional<Rows> rows(String sql) {
    return known.get(sql, this::run);
  }

  private static int cells(String sql, Optional<Rows> rows) {
    return rows.map(found -> 1 + found.rows().size() * found.columns().size()).orElse(1);
  }

  private Optional<Rows> run(String sql) {
    try {
      QueryRequest request =
          new QueryRequest(Caller.SYSTEM, name, sql, Parameters.NONE, LIMITS, Cancellation.never());
      return Optional.of(Rows.collect(queries.run(request)));
    } catch (AlidadeException failure) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    queries.close();
    sources.close();
  }
}
