package dev.alidade.semantic.ossie;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.semantic.Dataset;
import dev.alidade.semantic.GlossaryTerm;
import dev.alidade.semantic.Metric;
import dev.alidade.semantic.Relationship;
import dev.alidade.semantic.SemanticModel;
import dev.alidade.semantic.VerifiedQuestion;
import dev.alidade.semantic.document.DocumentNode;
import dev.alidade.semantic.document.Problems;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a model; all that is wrong with it is noted, each with its line and column. */
public final class OssieReader {
  private static final List<String> ROOT =
      List.of("version", "dialects", "vendors", "semantic_model");
  private static final List<String> VERSIONS = List.of("0.1.0", "0.1.1", "0.2.0.dev0", "0.2.0");
  private static final List<String> MODEL = List.of("datasets", "relationships", "metrics");
  private static final List<String> MODEL_ADDITIONS =
      List.of("glossary", "verified_questions", "fiscal_year_first_month");
  private static final List<String> TERM = List.of("term", "meaning", "synonyms");
  private static final List<String> QUESTION = List.of("name", "question", "sql", "verified_by");

  private final SourceTables tables;
  private final Problems problems;

  /** Reads models of {@code tables}. */
  public OssieReader(SourceTables tables, Problems problems) {
    this.tables = tables;
    this.problems = problems;
  }

  /** The model of a text; fails with {@code code} and all that is wrong with it. */
  public static SemanticModel read(String file, String text, SourceTables tables, ErrorCode code) {
    Problems problems = new Problems();
    Optional<SemanticModel> model = new OssieReader(tables, problems).read(text);
    problems.check(file, code);
    return model.orElseThrow(
        () ->
            new AlidadeException(
                code, "%s is empty; it begins with `semantic_model:`".formatted(file)));
  }

  /** The model of a text, as far as it could be read. */
  public Optional<SemanticModel> read(String text) {
    Optional<DocumentNode> root = DocumentNode.read(text, problems);
    if (root.isEmpty()) {
      return Optional.empty();
    }
    Map<String, DocumentNode> entries = root.get().entries("the file", ROOT);
    if (entries.containsKey("version")) {
      entries.get("version").oneOf("`version`", VERSIONS);
    }
    if (!entries.containsKey("semantic_model")) {
      root.get().problem("the file needs `semantic_model:` with a model below it");
      return Optional.empty();
    }
    List<DocumentNode> models = entries.get("semantic_model").items("`semantic_model`");
    if (models.size() != 1) {
      entries
          .get("semantic_model")
          .problem(
              "a file describes one model, not %d; give each its file".formatted(models.size()));
    }
    return models.stream()
        .findFirst()
        .flatMap(node -> Part.read(node, "model", MODEL, MODEL_ADDITIONS))
        .map(this::model);
  }

  private SemanticModel model(Part part) {
    part.needed("datasets");
    DatasetReader datasetReader = new DatasetReader(tables);
    List<DatasetDraft> drafts = datasetReader.readAll(part);
    List<Relationship> relationships = new RelationshipReader(drafts).readAll(part);
    MetricReader metricReader = new MetricReader(drafts, relationships);
    List<Metric> metrics = metricReader.readAll(part);
    List<Dataset> datasets = drafts.stream().map(datasetReader::finished).toList();
    return new SemanticModel(
        part.name(),
        part.description(),
        datasets,
        relationships,
        metrics,
        glossary(part),
        questions(part),
        part.addition("fiscal_year_first_month")
            .flatMap(node -> node.number("fiscal_year_first_month", 1, 12))
            .orElse(1));
  }

  private static List<GlossaryTerm> glossary(Part part) {
    List<GlossaryTerm> terms = new ArrayList<>();
    for (DocumentNode node : list(part, "glossary")) {
      Map<String, DocumentNode> entries = node.entries("a term of the glossary", TERM);
      Optional<String> term = needed(node, entries, "term", "a term of the glossary");
      Optional<String> meaning = needed(node, entries, "meaning", "a term of the glossary");
      List<String> synonyms =
          entries.containsKey("synonyms") ? entries.get("synonyms").texts("synonyms") : List.of();
      if (term.isPresent() && meaning.isPresent()) {
        terms.add(new GlossaryTerm(term.get(), meaning.get(), synonyms));
      }
    }
    return terms;
  }

  private static List<VerifiedQuestion> questions(Part part) {
    List<VerifiedQuestion> questions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (DocumentNode node : list(part, "verified_questions")) {
      Map<String, DocumentNode> entries = node.entries("a verified question", QUESTION);
      Optional<String> question = needed(node, entries, "question", "a verified question");
      Optional<String> sql = needed(node, entries, "sql", "a verified question");
      Optional<String> name = text(entries, "name").or(() -> question);
      Optional<String> by = text(entries, "verified_by");
      if (question.isEmpty() || sql.isEmpty()) {
        continue;
      }
      if (!names.add(name.get().toLowerCase(Locale.ROOT))) {
        node.problem("there are two verified questions `%s`; rename one".formatted(name.get()));
      }
      questions.add(new VerifiedQuestion(name.get(), question.get(), sql.get(), by));
    }
    return questions;
  }

  private static List<DocumentNode> list(Part part, String key) {
    return part.addition(key).map(node -> node.items("`%s`".formatted(key))).orElse(List.of());
  }

  private static Optional<String> needed(
      DocumentNode node, Map<String, DocumentNode> entries, String key, String what) {
    if (!entries.containsKey(key)) {
      node.problem("%s needs `%s: ...`".formatted(what, key));
    }
    return text(entries, key);
  }

  private static Optional<String> text(Map<String, DocumentNode> entries, String key) {
    return Optional.ofNullable(entries.get(key)).flatMap(node -> node.text("`" + key + "`"));
  }
}
