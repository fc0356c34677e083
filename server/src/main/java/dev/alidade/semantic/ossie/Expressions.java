package dev.alidade.semantic.ossie;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Location;
import dev.alidade.semantic.Formula;
import dev.alidade.semantic.document.DocumentNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the {@code expression} of a field or metric. */
final class Expressions {
  private static final String DIALECT = "ANSI_SQL";

  private Expressions() {}

  /** The formula; what cannot be read is a problem at its character. */
  static Optional<Formula> read(Part part, Function<String, Formula> parser) {
    Optional<DocumentNode> node = part.needed("expression").flatMap(value -> ansi(part, value));
    Optional<String> text = node.flatMap(value -> value.text(part.of("expression")));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parser.apply(text.get()));
    } catch (AlidadeException wrong) {
      int offset = wrong.location().map(Location::offset).orElse(0);
      node.get().problem(offset, "%s: %s".formatted(part.shown(), wrong.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * Files older than the specification's schema write the text at once, or the list of dialects.
   */
  private static Optional<DocumentNode> ansi(Part part, DocumentNode expression) {
    if (!expression.isMapping() && !expression.isList()) {
      return Optional.of(expression);
    }
    Optional<DocumentNode> dialects =
        expression.isList()
            ? Optional.of(expression)
            : Optional.ofNullable(
                expression.entries(part.of("expression"), List.of("dialects")).get("dialects"));
    if (dialects.isEmpty()) {
      expression.problem("%s needs `dialects: ...`".formatted(part.of("expression")));
      return Optional.empty();
    }
    for (DocumentNode item : dialects.get().items(part.of("dialects"))) {
      Map<String, DocumentNode> entries =
          item.entries(part.of("dialects"), List.of("dialect", "expression"));
      Optional<String> dialect =
          Optional.ofNullable(entries.get("dialect")).flatMap(value -> value.text("`dialect`"));
      if (dialect.orElse(DIALECT).equals(DIALECT) && entries.containsKey("expression")) {
        return Optional.of(entries.get("expression"));
      }
    }
    dialects
        .get()
        .problem(
            "%s has no expression in the dialect %s; write one: others are not read"
                .formatted(part.shown(), DIALECT));
    return Optional.empty();
  }
}
