package dev.alidade.provision;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code provision_access} takes. */
public record ProvisionInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("Name of the account, and of the schema with its views") String account,
    @Description("It sees what this caller sees; either this or `roles`") Optional<String> caller,
    @Description("It sees what somebody with these roles sees") Optional<List<String>> roles,
    @Description("The attributes of that somebody, such as {\"region\": \"west\"}")
        Optional<Map<String, String>> attributes,
    @Description("Whether to run the statements and try the account; otherwise they are only shown")
        Optional<Boolean> apply) {
  public ProvisionInput {
    roles = roles.map(List::copyOf);
    attributes = attributes.map(Map::copyOf);
  }
}
