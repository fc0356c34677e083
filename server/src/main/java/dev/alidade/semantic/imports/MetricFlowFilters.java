package dev.alidade.semantic.imports;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Conditions of MetricFlow, whose dimensions stand in templates, as ANSI SQL. */
record MetricFlowFilters(Map<String, String> datasetsByEntity) {
  private static final Pattern DIMENSION =
      Pattern.compile(
          "\\{\\{\\s*(?:Time)?Dimension\\(\\s*['\"](?:(\\w+)__)?(\\w+)['\"]\\s*(?:,\\s*['\"]\\w+['\"]\\s*)?\\)\\s*}}");

  /** The condition; empty where a template remains that is no dimension of a known entity. */
  Optional<String> plain(String filter, String dataset) {
    StringBuilder text = new StringBuilder();
    Matcher matcher = DIMENSION.matcher(filter);
    while (matcher.find()) {
      String entity = matcher.group(1);
      Optional<String> of =
          entity == null ? Optional.of(dataset) : Optional.ofNullable(datasetsByEntity.get(entity));
      if (of.isEmpty()) {
        return Optional.empty();
      }
      matcher.appendReplacement(
          text, Matcher.quoteReplacement("\"%s\".%s".formatted(of.get(), matcher.group(2))));
    }
    matcher.appendTail(text);
    return text.indexOf("{{") < 0 ? Optional.of(text.toString().strip()) : Optional.empty();
  }
}
