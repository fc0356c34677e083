package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

record CallerSummary(
    String name,
    List<String> roles,
    Map<String, String> attributes,
    @Description("Whether the caller can sign in with a password") boolean hasPassword,
    @Description("Whether the caller stands in alidade.yaml, where alone it can be changed")
        boolean configured) {
  CallerSummary {
    roles = List.copyOf(roles);
    attributes = new TreeMap<>(attributes);
  }

  static CallerSummary of(Principal caller) {
    return new CallerSummary(
        caller.name(),
        caller.roles().stream().sorted().toList(),
        caller.attributes(),
        caller.password().isPresent(),
        caller.configured());
  }
}
