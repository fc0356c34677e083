package dev.alidade.semantic;

import dev.alidade.semantic.ossie.OssieWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions of a model as texts, so that two models can be compared. */
final class Definitions {
  private final Map<Name, String> texts = new LinkedHashMap<>();

  /** What a definition is called. */
  record Name(DefinitionKind kind, String name) {}

  Definitions(SemanticModel model) {
    if (model.equals(SemanticModel.NONE)) {
      return;
    }
    put(
        DefinitionKind.MODEL,
        model.name(),
        "%s\nfiscal_year_first_month: %d\n"
            .formatted(model.description().orElse(""), model.firstMonth()));
    for (Dataset dataset : model.datasets()) {
      put(DefinitionKind.DATASET, dataset.name(), OssieWriter.definition(dataset));
      for (Field field : dataset.fields()) {
        put(
            DefinitionKind.FIELD,
            dataset.name() + "." + field.name(),
            OssieWriter.definition(field, dataset.name()));
      }
    }
    model
        .relationships()
        .forEach(one -> put(DefinitionKind.RELATIONSHIP, one.name(), OssieWriter.definition(one)));
    model
        .metrics()
        .forEach(one -> put(DefinitionKind.METRIC, one.name(), OssieWriter.definition(one)));
    model
        .glossary()
        .forEach(
            one ->
                put(
                    DefinitionKind.TERM,
                    one.term(),
                    "%s\nsynonyms: %s\n"
                        .formatted(one.meaning(), String.join(", ", one.synonyms()))));
    model
        .verifiedQuestions()
        .forEach(
            one ->
                put(
                    DefinitionKind.QUESTION,
                    one.name(),
                    "%s\n%s\nverified_by: %s\n"
                        .formatted(one.question(), one.sql(), one.verifiedBy().orElse(""))));
  }

  private void put(DefinitionKind kind, String name, String text) {
    texts.put(new Name(kind, name), text);
  }

  /** All names, in the order of the model. */
  List<Name> names() {
    return List.copyOf(texts.keySet());
  }

  /** What a later model makes of these. */
  List<DefinitionChange> changesTo(Definitions later) {
    List<DefinitionChange> changes = new ArrayList<>();
    later.texts.forEach(
        (name, text) -> {
          Optional<String> before = Optional.ofNullable(texts.get(name));
          if (!before.equals(Optional.of(text))) {
            changes.add(change(name, before, Optional.of(text)));
          }
        });
    texts.forEach(
        (name, text) -> {
          if (!later.texts.containsKey(name)) {
            changes.add(change(name, Optional.of(text), Optional.empty()));
          }
        });
    return changes;
  }

  private static DefinitionChange change(
      Name name, Optional<String> before, Optional<String> after) {
    DefinitionChange.Type type =
        before.isEmpty()
            ? DefinitionChange.Type.ADDED
            : after.isEmpty() ? DefinitionChange.Type.REMOVED : DefinitionChange.Type.CHANGED;
    return new DefinitionChange(name.kind(), name.name(), type, before, after);
  }
}
