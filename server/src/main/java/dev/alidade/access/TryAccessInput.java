package dev.alidade.access;

import dev.alidade.operation.Description;
import dev.alidade.rules.PolicyText;
import dev.alidade.rules.RoleText;
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
    @Description("As if this role were saved, as save_role takes it") Optional<RoleText> draftRole,
    @Description("As if this policy were saved, as save_policy takes it")
        Optional<PolicyText> draftPolicy,
    @Description("How many rows to return, 20 unless said, 1000 at most") Optional<Integer> limit) {
  public TryAccessInput {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(sql, "sql");
    roles = List.copyOf(roles);
    attributes = attributes.map(Map::copyOf);
    Objects.requireNonNull(draftRole, "draftRole");
    Objects.requireNonNull(draftPolicy, "draftPolicy");
  }

  boolean isDraft() {
    return draftRole.isPresent() || draftPolicy.isPresent();
  }
}
