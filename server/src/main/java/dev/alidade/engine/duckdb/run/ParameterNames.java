package dev.alidade.engine.duckdb.run;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.engine.Parameters;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parameters of a statement in the order of their indexes: names, or numbers for {@code ?}. */
public record ParameterNames(List<String> names) {
  public ParameterNames {
    names = List.copyOf(names);
  }

  /** Binds the values; fails with PARAMETER_INVALID where they do not fit the statement. */
  void bind(PreparedStatement statement, Parameters parameters) throws SQLException {
    switch (parameters) {
      case Parameters.Positional positional -> bindPositional(statement, positional);
      case Parameters.Named named -> bindNamed(statement, named);
    }
  }

  private void bindPositional(PreparedStatement statement, Parameters.Positional positional)
      throws SQLException {
    boolean named = names.stream().anyMatch(name -> !isNumber(name));
    if (named && !positional.isEmpty()) {
      throw invalid(
          "The statement has named parameters (%s); give the values by name"
              .formatted(list(names)));
    }
    if (positional.values().size() != names.size()) {
      throw invalid(
          "The statement has %d parameters%s and %d values were given"
              .formatted(
                  names.size(), named ? " (" + list(names) + ")" : "", positional.values().size()));
    }
    for (int index = 0; index < names.size(); index++) {
      // DuckDB numbers $3, $7 by their order; the caller means the third and the seventh value.
      int position = Integer.parseInt(names.get(index));
      if (position > names.size()) {
        throw invalid(
            "The statement uses $%d but only %d parameters; number them from $1"
                .formatted(position, names.size()));
      }
      statement.setObject(index + 1, positional.values().get(position - 1));
    }
  }

  private void bindNamed(PreparedStatement statement, Parameters.Named named) throws SQLException {
    Set<String> given = new HashSet<>(named.values().keySet());
    for (int index = 0; index < names.size(); index++) {
      String name = names.get(index);
      if (isNumber(name)) {
        throw invalid("The statement has positional parameters; give the values as a list");
      }
      if (!given.remove(name)) {
        throw invalid(
            "No value for the parameter `%s`%s"
                .formatted(name, Nearest.hint(name, named.values().keySet())));
      }
      statement.setObject(index + 1, named.values().get(name));
    }
    if (!given.isEmpty()) {
      String extra = given.iterator().next();
      throw invalid(
          "The statement has no parameter `%s`%s".formatted(extra, Nearest.hint(extra, names)));
    }
  }

  private static boolean isNumber(String name) {
    return name.chars().allMatch(letter -> letter >= '0' && letter <= '9');
  }

  private static String list(List<String> names) {
    return "$" + String.join(", $", names);
  }

  private static AlidadeException invalid(String message) {
    return new AlidadeException(ErrorCode.PARAMETER_INVALID, message);
  }
}
