package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.Optional;

record ChangeCallerInput(
    @Description("Who is changed") String name,
    @Description("The new roles, all of them; as they are unless said")
        Optional<List<String>> roles,
    @Description("The new attributes, all of them; as they are unless said")
        Optional<Map<String, String>> attributes,
    @Description(
            "How much the caller may use, by kind: requests-per-minute, concurrent-queries, rows, bytes, seconds, cost; as they are unless said, none if {}")
        Optional<Map<String, Long>> limits) {
  ChangeCallerInput {
    roles = roles.map(List::copyOf);
    attributes = attributes.map(Map::copyOf);
    limits = limits.map(Map::copyOf);
  }
}
