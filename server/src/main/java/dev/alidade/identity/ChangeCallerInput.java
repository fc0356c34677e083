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
        Optional<Map<String, String>> attributes) {
  ChangeCallerInput {
    roles = roles.map(List::copyOf);
    attributes = attributes.map(Map::copyOf);
  }
}
