package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.Optional;

record CreateCallerInput(
    @Description("What the caller is called, and signs in as") String name,
    @Description("Names of roles, which say what the caller may do") List<String> roles,
    @Description("Facts that row filters may use, such as {\"region\": \"west\"}")
        Optional<Map<String, String>> attributes,
    @Description(
            "How much the caller may use, by kind: requests-per-minute, concurrent-queries, rows, bytes, seconds, cost")
        Optional<Map<String, Long>> limits,
    @Description("For signing in, 8 characters or more; without one the caller gets an API key")
        Optional<String> password) {
  CreateCallerInput {
    CallerName.check(name);
    roles = List.copyOf(roles);
    attributes = attributes.map(Map::copyOf);
    limits = limits.map(Map::copyOf);
    password.ifPresent(Passwords::checkNew);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "create_caller " + name + " " + roles;
  }
}
