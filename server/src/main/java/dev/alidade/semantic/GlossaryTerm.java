package dev.alidade.semantic;

import java.util.List;
import java.util.Objects;

/** A word of the business and what it means. */
public record GlossaryTerm(String term, String meaning, List<String> synonyms) {
  public GlossaryTerm {
    Objects.requireNonNull(term, "term");
    Objects.requireNonNull(meaning, "meaning");
    synonyms = List.copyOf(synonyms);
  }
}
