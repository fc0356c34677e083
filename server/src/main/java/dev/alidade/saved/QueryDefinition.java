package dev.alidade.saved;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A named statement as somebody wrote it.
 *
 * @param tool whether models have it as a tool of that name
 */
public record QueryDefinition(
    String name,
    String title,
    String description,
    String source,
    String sql,
    List<QueryParameter> parameters,
    boolean tool) {
  static final String LIMIT = "limit";
  static final String CURSOR = "cursor";

  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_WORDS = 2_000;
  private static final int LONGEST_SQL = 100_000;
  private static final int MOST_PARAMETERS = 50;

  public QueryDefinition {
    if (name.length() > LONGEST_NAME || !name.matches("[a-z][a-z0-9]*(_[a-z0-9]+)*")) {
      throw invalid(
          "the `name` must be snake_case such as sales_by_region, %d characters at most"
              .formatted(LONGEST_NAME));
    }
    checkLength("title", title, LONGEST_WORDS);
    checkLength("description", description, LONGEST_WORDS);
    Objects.requireNonNull(source, "source");
    checkLength("sql", sql, LONGEST_SQL);
    sql = sql.strip();
    if (sql.isEmpty()) {
      throw invalid("the `sql` is empty; write a SELECT");
    }
    parameters = List.copyOf(parameters);
    if (parameters.size() > MOST_PARAMETERS) {
      throw invalid("it has more than %d parameters".formatted(MOST_PARAMETERS));
    }
    Set<String> names = new HashSet<>();
    for (QueryParameter parameter : parameters) {
      if (!names.add(parameter.name())) {
        throw invalid("the parameter `%s` stands there twice".formatted(parameter.name()));
      }
      boolean used = sql.contains("$" + parameter.name()) || sql.contains(":" + parameter.name());
      if (!used) {
        throw invalid(
            "the SQL has no $%1$s for that parameter (a shell takes $%1$s out of double quotes)"
                .formatted(parameter.name()));
      }
    }
    if (tool) {
      checkTool(name, description, parameters);
    }
  }

  private static void checkTool(String name, String description, List<QueryParameter> parameters) {
    if (description.isBlank()) {
      throw invalid(
          "the tool `%s` needs a `description`, because models choose by nothing else; write when to use it, or leave out `tool`"
              .formatted(name));
    }
    if (parameters.stream().anyMatch(parameter -> parameter.name().equals(CURSOR))) {
      throw invalid(
          "the tool `%s` takes the cursor of a page as `cursor`; give that parameter another name, or leave out `tool`"
              .formatted(name));
    }
  }

  private static void checkLength(String field, String text, int most) {
    if (text.length() > most) {
      throw invalid("the `%s` is longer than %,d characters".formatted(field, most));
    }
  }

  static AlidadeException invalid(String message) {
    return new AlidadeException(ErrorCode.INVALID_INPUT, message);
  }
}
