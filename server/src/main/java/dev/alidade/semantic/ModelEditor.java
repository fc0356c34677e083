package dev.alidade.semantic;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.Access;
import dev.alidade.policy.Right;
import dev.alidade.query.QueryService;
import dev.alidade.semantic.document.Problem;
import dev.alidade.semantic.ossie.OssieWriter;
import dev.alidade.write.FourEyes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows, checks and changes the models of the sources. */
final class ModelEditor {
  private static final int SHOWN = 20;

  private final LiveModels models;
  private final SemanticService service;
  private final ModelCheck check;
  private final QueryService queries;
  private final Clock clock;

  ModelEditor(
      LiveModels models,
      SemanticService service,
      ModelCheck check,
      QueryService queries,
      Clock clock) {
    this.models = models;
    this.service = service;
    this.check = check;
    this.queries = queries;
    this.clock = clock;
  }

  ModelOutput get(ModelInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    queries.checkSource(caller, input.source());
    CurrentModel current = models.of(input.source());
    String text =
        current.isNone() || mayHaveText(caller, input.source(), current.model())
            ? current.text()
            : OssieWriter.write(service.part(caller, input.source(), current.model()));
    return new ModelOutput(
        input.source(),
        current.version(),
        current.file(),
        !current.fixed(),
        text,
        current.problems());
  }

  /** Comments of the text may speak of more than the model does. */
  private boolean mayHaveText(Caller caller, String source, SemanticModel model) {
    Access access = queries.access(caller);
    return access.isUnrestricted()
        || (access.operation("save_semantic_model", Right.DEFINE).allowed()
            && service.seesWhole(caller, source, model));
  }

  ValidateModelOutput validate(ValidateModelInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    queries.checkSource(caller, input.source());
    Optional<String> text =
        input.text().or(() -> Optional.of(get(new ModelInput(input.source()), invocation).text()));
    List<Problem> problems = check.check(caller, input.source(), text.get()).problems();
    return new ValidateModelOutput(problems.isEmpty(), problems);
  }

  SaveModelOutput save(SaveModelInput input, Invocation invocation) {
    CurrentModel before = changeable(input.source(), invocation.caller());
    input
        .basedOn()
        .filter(version -> version != before.version())
        .ifPresent(
            version -> {
              throw changedMeanwhile(input.source(), before.version());
            });
    SemanticModel model = checked(invocation.caller(), input.source(), input.text());
    List<DefinitionChange> changes =
        new Definitions(before.model()).changesTo(new Definitions(model));
    if (input.preview().orElse(false)) {
      return new SaveModelOutput(input.source(), false, before.version(), changes);
    }
    if (input.text().equals(before.text())) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The model of `%s` says that already; nothing would change".formatted(input.source()));
    }
    return keep(before, input.source(), input.text(), input.reason(), changes, invocation.caller());
  }

  SaveModelOutput restore(RestoreModelInput input, Invocation invocation) {
    KeptModel wanted =
        models
            .store()
            .find(input.source(), input.version())
            .filter(version -> !version.isRemoval())
            .orElseThrow(
                () ->
                    new AlidadeException(
                        ErrorCode.RESOURCE_NOT_FOUND,
                        "The model of `%s` has no version %d that says something; list_semantic_changes lists those that there are"
                            .formatted(input.source(), input.version())));
    return save(
        new SaveModelInput(
            input.source(),
            wanted.text(),
            input.reason().or(() -> Optional.of("version %d again".formatted(input.version()))),
            Optional.empty(),
            Optional.empty()),
        invocation);
  }

  SaveModelOutput remove(RemoveModelInput input, Invocation invocation) {
    CurrentModel before = changeable(input.source(), invocation.caller());
    if (before.isNone() || before.file().isPresent()) {
      throw new AlidadeException(
          ErrorCode.RESOURCE_NOT_FOUND,
          "No model of `%s` is kept in the store".formatted(input.source()));
    }
    List<DefinitionChange> changes =
        new Definitions(before.model()).changesTo(new Definitions(models.outside(input.source())));
    return keep(before, input.source(), "", input.reason(), changes, invocation.caller());
  }

  ModelChangesOutput changes(ModelChangesInput input, Invocation invocation) {
    Caller caller = invocation.caller();
    queries.checkSource(caller, input.source());
    List<ModelChangesOutput.Version> shown = new ArrayList<>();
    Definitions before = new Definitions(SemanticModel.NONE);
    for (KeptModel version : models.store().versions(input.source()).reversed()) {
      SemanticModel model = LiveModels.of(version).model();
      requireWhole(caller, input.source(), model);
      Definitions after = new Definitions(model);
      List<DefinitionChange> changes =
          before.changesTo(after).stream().filter(input::concerns).toList();
      before = after;
      boolean anything = input.kind().isEmpty() && input.name().isEmpty();
      if (anything || !changes.isEmpty()) {
        shown.add(
            new ModelChangesOutput.Version(
                version.version(),
                version.savedBy(),
                version.savedThrough(),
                version.savedAt().toString(),
                version.reason(),
                changes));
      }
    }
    return new ModelChangesOutput(shown.reversed());
  }

  private SaveModelOutput keep(
      CurrentModel before,
      String source,
      String text,
      Optional<String> reason,
      List<DefinitionChange> changes,
      Caller caller) {
    FourEyes.checkPerson(caller, "what data mean");
    boolean kept =
        models
            .store()
            .save(source, before.version(), text, reason.orElse(""), caller, clock.instant());
    if (!kept) {
      throw changedMeanwhile(source, before.version());
    }
    return new SaveModelOutput(source, true, before.version() + 1, changes);
  }

  private CurrentModel changeable(String source, Caller caller) {
    queries.checkSource(caller, source);
    CurrentModel current = models.of(source);
    requireWhole(caller, source, current.model());
    if (current.fixed()) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "The model of `%s` stands in %s, which alidade.yaml names below `semantic:`; change it there and restart"
              .formatted(source, current.file().orElse("a file")));
    }
    return current;
  }

  /** Who sees a part only would take away what is hidden from them. */
  private void requireWhole(Caller caller, String source, SemanticModel model) {
    if (!service.seesWhole(caller, source, model)) {
      throw new AlidadeException(
          ErrorCode.PERMISSION_DENIED,
          "You see a part of the model of `%s` only; whoever sees all that it speaks of may change it, and see who did"
              .formatted(source));
    }
  }

  private SemanticModel checked(Caller caller, String source, String text) {
    ModelCheck.Checked checked = check.check(caller, source, text);
    if (checked.isValid()) {
      return checked.model().orElseThrow();
    }
    List<Problem> problems = checked.problems();
    String lines =
        problems.stream()
            .limit(SHOWN)
            .map(one -> "  line %d:%d: %s".formatted(one.line(), one.column(), one.message()))
            .collect(Collectors.joining("\n"));
    throw new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "The model has %s; validate_semantic_model lists all:\n%s"
            .formatted(problems.size() == 1 ? "an error" : problems.size() + " errors", lines));
  }

  private static AlidadeException changedMeanwhile(String source, int version) {
    return new AlidadeException(
        ErrorCode.INVALID_INPUT,
        "The model of `%s` has changed since; read it again with get_semantic_model (version %d) and repeat your change"
            .formatted(source, version));
  }
}
