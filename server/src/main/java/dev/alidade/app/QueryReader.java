package dev.alidade.app;

import dev.alidade.base.AlidadeException;
import dev.alidade.saved.QueryDefinition;
import dev.alidade.saved.QueryParameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the items of `queries`. */
final class QueryReader {
  private static final List<String> SETTINGS =
      List.of("name", "title", "description", "source", "sql", "parameters", "tool");
  private static final List<String> NEEDED = List.of("name", "source", "sql");
  private static final List<String> OF_A_PARAMETER =
      List.of("name", "type", "description", "default", "required", "values", "minimum", "maximum");

  private final List<String> sources;
  private final Set<String> names = new HashSet<>();

  QueryReader(List<String> sources) {
    this.sources = List.copyOf(sources);
  }

  Optional<QueryDefinition> read(ConfigNode item) {
    Map<String, ConfigNode> fields = item.fields(SETTINGS);
    NEEDED.stream()
        .filter(key -> !fields.containsKey(key))
        .forEach(key -> item.problem("needs `%s: ...`".formatted(key)));
    Optional<String> name = text(fields, "name");
    Optional<String> source =
        Optional.ofNullable(fields.get("source")).flatMap(field -> field.oneOf(sources));
    Optional<String> sql = text(fields, "sql");
    Optional<String> title = text(fields, "title");
    Optional<String> description = text(fields, "description");
    List<QueryParameter> parameters = new ArrayList<>();
    if (fields.containsKey("parameters")) {
      fields.get("parameters").items().forEach(each -> parameter(each).ifPresent(parameters::add));
    }
    boolean tool = Optional.ofNullable(fields.get("tool")).flatMap(ConfigNode::flag).orElse(false);
    if (name.isEmpty() || source.isEmpty() || sql.isEmpty()) {
      return Optional.empty();
    }
    if (!names.add(name.get())) {
      fields.get("name").problem("is `%s`, as another query is; rename one".formatted(name.get()));
    }
    try {
      return Optional.of(
          new QueryDefinition(
              name.get(),
              title.orElse(name.get().replace('_', ' ')),
              description.orElse(""),
              source.get(),
              sql.get(),
              parameters,
              tool));
    } catch (AlidadeException wrong) {
      item.problem("cannot be a query: " + wrong.getMessage());
      return Optional.empty();
    }
  }

  private static Optional<QueryParameter> parameter(ConfigNode item) {
    Map<String, ConfigNode> fields = item.fields(OF_A_PARAMETER);
    if (!fields.containsKey("name")) {
      item.problem("needs `name: ...`");
      return Optional.empty();
    }
    Optional<String> name = text(fields, "name");
    Optional<String> type = text(fields, "type");
    Optional<String> description = text(fields, "description");
    Optional<Object> fallback = text(fields, "default").map(Object.class::cast);
    Optional<Boolean> required =
        Optional.ofNullable(fields.get("required")).flatMap(ConfigNode::flag);
    Optional<List<Object>> values = Optional.ofNullable(fields.get("values")).map(QueryReader::all);
    Optional<BigDecimal> minimum = number(fields, "minimum");
    Optional<BigDecimal> maximum = number(fields, "maximum");
    if (name.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new QueryParameter(
              name.get(), type, description, fallback, required, values, minimum, maximum));
    } catch (AlidadeException wrong) {
      item.problem("cannot be a parameter: " + wrong.getMessage());
      return Optional.empty();
    }
  }

  private static List<Object> all(ConfigNode field) {
    return field.items().stream()
        .flatMap(each -> each.text().stream())
        .map(Object.class::cast)
        .toList();
  }

  private static Optional<BigDecimal> number(Map<String, ConfigNode> fields, String key) {
    Optional<String> text = text(fields, key);
    try {
      return text.map(BigDecimal::new);
    } catch (NumberFormatException none) {
      fields.get(key).problem("must be a number such as 10 or 0.5");
      return Optional.empty();
    }
  }

  private static Optional<String> text(Map<String, ConfigNode> fields, String key) {
    return Optional.ofNullable(fields.get(key)).flatMap(ConfigNode::text);
  }
}
