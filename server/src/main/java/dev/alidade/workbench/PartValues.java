package dev.alidade.workbench;

import dev.alidade.engine.Parameters;
import dev.alidade.sql.Lexer;
import dev.alidade.sql.LexicalRules;
import dev.alidade.sql.SqlToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The values of a statement as its parts bind them: each only those that it has a place for. */
final class PartValues {
  private final String sql;
  private final List<SqlToken> places;
  private final Parameters parameters;

  PartValues(String sql, LexicalRules rules, Parameters parameters) {
    this.sql = sql;
    this.places =
        Lexer.tokens(sql, rules).stream()
            .filter(token -> token.kind() == SqlToken.Kind.PARAMETER)
            .toList();
    this.parameters = parameters;
  }

  /** The values that a part binds. */
  Parameters of(StatementPart part) {
    return switch (parameters) {
      case Parameters.Positional given -> new Parameters.Positional(picked(part, given.values()));
      case Parameters.Named given -> {
        Map<String, Object> own = new LinkedHashMap<>(given.values());
        own.keySet().retainAll(names(part));
        yield new Parameters.Named(own);
      }
    };
  }

  /** The same as they were given. */
  Optional<Object> given(StatementPart part, Object given) {
    return switch (given) {
      case List<?> values -> Optional.of(picked(part, values));
      case Map<?, ?> values -> {
        Map<Object, Object> own = new LinkedHashMap<>(values);
        own.keySet().retainAll(names(part));
        yield Optional.of(own);
      }
      default -> Optional.empty();
    };
  }

  private Set<String> names(StatementPart part) {
    return places.stream()
        .filter(place -> isIn(part, place))
        .map(place -> place.text(sql).substring(1))
        .collect(Collectors.toSet());
  }

  /** Values for {@code ?} go by their order; what is numbered needs all of them. */
  private List<Object> picked(StatementPart part, List<?> values) {
    boolean numbered = places.stream().anyMatch(place -> place.end() > place.start() + 1);
    List<Object> own = new ArrayList<>();
    for (int index = 0; index < values.size(); index++) {
      if (numbered || (index < places.size() && isIn(part, places.get(index)))) {
        own.add(values.get(index));
      }
    }
    return own;
  }

  private static boolean isIn(StatementPart part, SqlToken place) {
    return part.ranges().stream()
        .anyMatch(range -> range.from() <= place.start() && place.end() <= range.to());
  }
}
