package dev.alidade.access;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whose access to what is to be explained. */
public record ExplainAccessInput(
    @Description("A source; without it, only operations are explained") Optional<String> source,
    @Description("A table of the source, as `table` or `schema.table`; without it, all of them")
        Optional<String> table,
    @Description("An operation; without it, all of them") Optional<String> operation,
    @Description("As somebody with these roles instead of you; for administrators")
        Optional<List<String>> roles,
    @Description("The attributes of that somebody, such as {\"region\": \"west\"}")
        Optional<Map<String, String>> attributes) {
  public ExplainAccessInput {
    roles = roles.map(List::copyOf);
    attributes = attributes.map(Map::copyOf);
  }
}
