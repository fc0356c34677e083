package dev.alidade.rules;

import dev.alidade.operation.Description;
import java.util.List;

record ListRolesOutput(
    List<RoleOutput> roles,
    @Description("What callers may do without a role, in words") String otherwise) {
  ListRolesOutput {
    roles = List.copyOf(roles);
  }
}
