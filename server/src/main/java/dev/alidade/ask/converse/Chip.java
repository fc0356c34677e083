package dev.alidade.ask.converse;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A part of an answer's plan that people can change without words. */
public record Chip(
    @Description("Names it in an edit") String id,
    ChipKind kind,
    @Description("What it says in plain words") String label,
    @Description("The column that it is about") Optional<String> column,
    @Description("How the column is compared") Optional<String> operator,
    List<String> values,
    @Description("The words that said it") Optional<String> words,
    @Description("Other values that it could have") List<String> alternatives) {
  public Chip {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(operator, "operator");
    values = List.copyOf(values);
    Objects.requireNonNull(words, "words");
    alternatives = List.copyOf(alternatives);
  }
}
