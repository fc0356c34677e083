package dev.alidade.semantic;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.Location;
import dev.alidade.catalog.CatalogService;
import dev.alidade.policy.Verdict;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.document.Problem;
import dev.alidade.semantic.document.Problems;
import dev.alidade.semantic.ossie.OssieReader;
import dev.alidade.semantic.ossie.SourceTables;
import java.util.List;
import java.util.Optional;

/** Checks the text of a model against the source that it speaks of, as its writer sees that. */
final class ModelCheck {
  private static final int LONGEST = 2_000_000;

  private final CatalogService catalog;
  private final QueryService queries;

  ModelCheck(CatalogService catalog, QueryService queries) {
    this.catalog = catalog;
    this.queries = queries;
  }

  /** What was read, and all that is wrong with it. */
  record Checked(Optional<SemanticModel> model, List<Problem> problems) {
    boolean isValid() {
      return model.isPresent() && problems.isEmpty();
    }
  }

  Checked check(Caller caller, String source, String text) {
    Problems problems = new Problems();
    if (text.length() > LONGEST) {
      problems.add(1, 1, "this is longer than %,d characters; split the model".formatted(LONGEST));
      return new Checked(Optional.empty(), problems.all());
    }
    SourceTables tables = SourceTables.of(catalog.knowledge(caller, source).catalog());
    Optional<SemanticModel> model = new OssieReader(tables, problems).read(text);
    if (model.isEmpty() && problems.isEmpty()) {
      problems.add(1, 1, "this is empty; a model begins with `semantic_model:`");
    }
    if (problems.isEmpty()) {
      // It is read without the source when it is used, so that a source that is down loses nothing.
      new OssieReader(SourceTables.UNKNOWN, problems).read(text);
    }
    model
        .map(SemanticModel::verifiedQuestions)
        .orElse(List.of())
        .forEach(question -> check(caller, source, text, question, problems));
    return new Checked(model, problems.all());
  }

  private void check(
      Caller caller, String source, String text, VerifiedQuestion question, Problems problems) {
    reason(caller, source, question)
        .ifPresent(
            reason -> {
              int offset = text.indexOf(question.name());
              Location place = Location.of(text, Math.max(offset, 0));
              problems.add(
                  place.line(),
                  place.column(),
                  "verified question `%s`: its SQL cannot run: %s"
                      .formatted(question.name(), reason));
            });
  }

  private Optional<String> reason(Caller caller, String source, VerifiedQuestion question) {
    try {
      Verdict verdict = queries.check(caller, source, question.sql());
      return verdict.reasons().stream().findFirst().map(reason -> reason.message());
    } catch (AlidadeException refused) {
      return Optional.of(refused.getMessage());
    }
  }
}
