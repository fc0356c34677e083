package dev.alidade.rules;

import dev.alidade.audit.Audit;
import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import dev.alidade.policy.Right;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The operations that change what callers may do and see. */
public final class RulesFeature {
  private final RoleService roles;
  private final PolicyService policies;

  /** Operations on {@code rules}; {@code callers} tells who there is, with their roles. */
  public RulesFeature(
      LiveRules rules,
      RuleDrafts drafts,
      Supplier<Map<String, Set<String>>> callers,
      Audit audit,
      Clock clock) {
    roles = new RoleService(rules, drafts, callers, audit, clock);
    policies = new PolicyService(rules, drafts, audit, clock);
  }

  /** All that is done with roles and policies. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        listRoles(), saveRole(), removeRole(), listPolicies(), savePolicy(), removePolicy());
  }

  private Operation<ListRolesInput, ListRolesOutput> listRoles() {
    return Operation.named("list_roles", ListRolesInput.class, ListRolesOutput.class)
        .title("List roles")
        .description(
            "All roles with what they grant, deny and limit, who has them, and where they are kept.")
        .right(Right.ADMINISTER)
        .examples("list-roles")
        .handledBy((input, invocation) -> roles.list());
  }

  private Operation<SaveRoleInput, SaveRoleOutput> saveRole() {
    return Operation.named("save_role", SaveRoleInput.class, SaveRoleOutput.class)
        .title("Save a role")
        .description(
            "Creates a role or replaces the one of its name, at once and at every door. try_access "
                + "with `draft_role` shows before what it would change.")
        .right(Right.ADMINISTER)
        .effect(OperationEffect.WRITE)
        .primary("name")
        .examples(
            "save-role analyst --sources shop --operations query,list_sources,describe_source --tables customers,orders",
            "save-role nightly --sources shop --limits '{\"rows\": 5000}'")
        .handledBy(roles::save);
  }

  private Operation<RemoveRoleInput, RemovedOutput> removeRole() {
    return Operation.named("remove_role", RemoveRoleInput.class, RemovedOutput.class)
        .title("Remove a role")
        .description(
            "Takes a role away that no caller has and no policy names. Roles of alidade.yaml are "
                + "removed there.")
        .right(Right.ADMINISTER)
        .effect(OperationEffect.DESTRUCTIVE)
        .primary("name")
        .examples("remove-role analyst")
        .handledBy(roles::remove);
  }

  private Operation<ListPoliciesInput, ListPoliciesOutput> listPolicies() {
    return Operation.named("list_policies", ListPoliciesInput.class, ListPoliciesOutput.class)
        .title("List policies")
        .description("All row filters and masks, whom they concern, and where they are kept.")
        .right(Right.ADMINISTER)
        .examples("list-policies")
        .handledBy((input, invocation) -> policies.list());
  }

  private Operation<SavePolicyInput, SavePolicyOutput> savePolicy() {
    return Operation.named("save_policy", SavePolicyInput.class, SavePolicyOutput.class)
        .title("Save a policy")
        .description(
            "Creates a row filter with masks on a table, or replaces the one of its name, at once "
                + "and at every door. It is tried on the source first. try_access with "
                + "`draft_policy` shows before what it would change.")
        .right(Right.ADMINISTER)
        .effect(OperationEffect.WRITE)
        .primary("name")
        .examples(
            "save-policy west --source shop --table customers --roles analyst --rows \"region = {caller.region}\" --masks '{\"email\": \"redact\"}'")
        .handledBy(policies::save);
  }

  private Operation<RemovePolicyInput, RemovedOutput> removePolicy() {
    return Operation.named("remove_policy", RemovePolicyInput.class, RemovedOutput.class)
        .title("Remove a policy")
        .description(
            "Takes a policy away: whom it concerned sees all rows and clear values that no other "
                + "policy hides. Policies of alidade.yaml are removed there.")
        .right(Right.ADMINISTER)
        .effect(OperationEffect.DESTRUCTIVE)
        .primary("name")
        .examples("remove-policy west")
        .handledBy(policies::remove);
  }
}
