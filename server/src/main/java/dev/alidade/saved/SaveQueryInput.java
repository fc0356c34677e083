package dev.alidade.saved;

import dev.alidade.base.AlidadeException;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Optional;

/** What {@code save_query} takes. */
public record SaveQueryInput(
    @Description("Its name in snake_case; that of a saved query proposes a change of it")
        String name,
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("One statement that reads, with $name for each parameter") String sql,
    @Description("A few words for menus") Optional<String> title,
    @Description("What it tells and when to use it, for people and models")
        Optional<String> description,
    @Description("The values it takes") Optional<List<QueryParameter>> parameters,
    @Description("Whether models have it as a tool of its own, once it is approved")
        Optional<Boolean> tool) {
  QueryDefinition definition() {
    try {
      return new QueryDefinition(
          name,
          title.orElse(name.replace('_', ' ')),
          description.orElse(""),
          source,
          sql,
          parameters.orElse(List.of()),
          tool.orElse(false));
    } catch (AlidadeException wrong) {
      throw new AlidadeException(
          wrong.code(), "The query cannot be saved: " + wrong.getMessage(), wrong);
    }
  }
}
