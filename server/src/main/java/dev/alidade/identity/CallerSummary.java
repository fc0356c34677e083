package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

record CallerSummary(
    String name,
    List<String> roles,
    Map<String, String> attributes,
    @Description("How much the caller may use by their own name, whatever their roles say")
        Map<String, Long> limits,
    @Description("Whether the caller can sign in with a password") boolean hasPassword,
    @Description("Whether the caller stands in alidade.yaml, where alone it can be changed")
        boolean configured) {
  CallerSummary {
    roles = List.copyOf(roles);
    attributes = new TreeMap<>(attributes);
    limits = new TreeMap<>(limits);
  }

  static CallerSummary of(Principal caller, RoleBook roles) {
    Map<String, Long> limits = new TreeMap<>();
    roles
        .limitsOf(caller.name())
        .byKind()
        .forEach((kind, limit) -> limits.put(kind.setting(), limit.most()));
    return new CallerSummary(
        caller.name(),
        caller.roles().stream().sorted().toList(),
        caller.attributes(),
        limits,
        caller.password().isPresent(),
        caller.configured());
  }
}
