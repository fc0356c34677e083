package dev.alidade.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Caller;
import dev.alidade.base.Cancellation;
import dev.alidade.catalog.CatalogService;
import dev.alidade.catalog.SourceKnowledge;
import dev.alidade.engine.Parameters;
import dev.alidade.engine.Sources;
import dev.alidade.policy.Governor;
import dev.alidade.query.QueryLimits;
import dev.alidade.query.QueryRequest;
import dev.alidade.query.QueryService;
import dev.alidade.query.Rows;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.Field;
import dev.alidade.semantic.Metric;
import dev.alidade.semantic.ModelView;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.VerifiedQuestion;
import dev.alidade.semantic.document.Problems;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.SourceTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample's semantic model speaks of the sample's data. */
class SampleMeaningTest {
  private static final Path EXAMPLE = Path.of("../examples/shop");

  @TempDir static Path folder;
  private static Sources sources;
  private static QueryService queries;
  private static SourceKnowledge knowledge;

  @BeforeAll
  static void open() {
    sources = new Sources(List.of(SampleData.shop(folder)), Registry.engines());
    queries = new QueryService(sources, new Governor(), ignored -> {}, Clock.systemUTC());
    knowledge = new CatalogService(sources, queries, Clock.systemUTC()).knowledge(SampleData.NAME);
  }

  @AfterAll
  static void close() {
    queries.close();
    sources.close();
  }

  @Test
  void theExampleIsWhatIsBuiltIn() throws IOException {
    assertThat(SampleData.meaning().text())
        .isEqualTo(Files.readString(EXAMPLE.resolve("semantic.yaml")));
    assertThat(SampleData.meaning().fixed()).isFalse();
  }

  @Test
  void everyTableAndColumnIsThere() {
    Problems problems = new Problems();

    SemanticModel read =
        new OssieReader(SourceTables.of(knowledge.catalog()), problems)
            .read(SampleData.meaning().text())
            .orElseThrow();

    assertThat(problems.all()).isEmpty();
    SemanticModel bound = ModelView.of(SampleData.meaning().model(), knowledge.catalog());
    assertThat(bound.metrics()).isEqualTo(read.metrics()).hasSize(27);
    assertThat(bound.relationships()).isEqualTo(read.relationships()).hasSize(5);
    assertThat(bound.datasets()).isEqualTo(read.datasets()).hasSize(6);
    assertThat(bound.datasets().stream().mapToInt(dataset -> dataset.fields().size()).sum())
        .as("every column is a field")
        .isEqualTo(knowledge.tables().stream().mapToInt(table -> table.columns().size()).sum());
  }

  @Test
  void everyNamedValueIsInTheData() {
    for (Dataset dataset : SampleData.meaning().model().datasets()) {
      for (Field field : dataset.fields()) {
        if (!field.values().isEmpty()) {
          String sql =
              "SELECT DISTINCT %s FROM %s WHERE %1$s IS NOT NULL"
                  .formatted(field.name(), dataset.name());
          assertThat(rows(sql))
              .extracting(row -> String.valueOf(row.getFirst()))
              .containsAll(field.values().keySet());
        }
      }
    }
  }

  @Test
  void everyMetricOfTheTermsIsDefined() throws IOException {
    List<String> terms = new ArrayList<>();
    Pattern.compile("(?m)^\\| ([a-z ]+) \\|")
        .matcher(Files.readString(EXAMPLE.resolve("terms.md")))
        .results()
        .map(found -> found.group(1))
        .filter(term -> !term.equals("metric"))
        .forEach(terms::add);
    SemanticModel model = SampleData.meaning().model();
    List<String> known = new ArrayList<>();
    for (Metric metric : model.metrics()) {
      known.add(metric.name().replace('_', ' '));
      known.addAll(metric.synonyms());
    }
    model.verifiedQuestions().stream().map(VerifiedQuestion::name).forEach(known::add);

    assertThat(terms).hasSizeGreaterThan(20);
    assertThat(known).containsAll(terms);
  }

  @Test
  void everyVerifiedQuestionHasAnAnswer() {
    assertThat(SampleData.meaning().model().verifiedQuestions())
        .isNotEmpty()
        .allSatisfy(question -> assertThat(rows(question.sql())).isNotEmpty());
  }

  private static List<List<Object>> rows(String sql) {
    QueryRequest request =
        new QueryRequest(
            Caller.SYSTEM,
            SampleData.NAME,
            sql,
            Parameters.NONE,
            QueryLimits.INTERACTIVE,
            Cancellation.never());
    return Rows.collect(queries.run(request)).rows();
  }
}
