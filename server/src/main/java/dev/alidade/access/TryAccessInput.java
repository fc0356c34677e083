package dev.alidade.access;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A statement to be run as somebody with other roles. */
public record TryAccessInput(
    String source,
    String sql,
    @Description("The roles to run it with") List<String> roles,
    @Description("The attributes to run it with, such as {\"region\": \"west\"}")
        Optional<Map<String, String>> attributes,
    @Description("How many rows to return, 20 unless said, 1000 at most") Optional<Integer> limit) {
  public TryAccessInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    roles = List.copyOf(roles);
    attributes = attributes.map(Map::copyOf);
  }
}
