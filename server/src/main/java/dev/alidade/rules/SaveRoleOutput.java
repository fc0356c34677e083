package dev.alidade.rules;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;

record SaveRoleOutput(
    RoleText role,
    @Description("Whether there was one of that name") boolean replaced,
    @Description("What should be known of it, such as names that mean nothing now")
        List<String> notices) {
  SaveRoleOutput {
    Objects.requireNonNull(role, "role");
    notices = List.copyOf(notices);
  }
}
