package dev.alidade.rules;

import dev.alidade.audit.Audit;
import dev.alidade.audit.AuditEvent;
import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import dev.alidade.base.Nearest;
import dev.alidade.operation.Invocation;
import dev.alidade.policy.TablePolicy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists, keeps and forgets policies. */
final class PolicyService {
  private final LiveRules rules;
  private final RuleDrafts drafts;
  private final Audit audit;
  private final Clock clock;

  PolicyService(LiveRules rules, RuleDrafts drafts, Audit audit, Clock clock) {
    this.rules = rules;
    this.drafts = drafts;
    this.audit = audit;
    this.clock = clock;
  }

  ListPoliciesOutput list() {
    List<PolicyOutput> policies = new ArrayList<>();
    for (TablePolicy policy : rules.file().policies()) {
      policies.add(
          new PolicyOutput(
              policy.name(),
              true,
              Optional.of(PolicyText.of(policy)),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()));
    }
    for (KeptRule<TablePolicy> kept : rules.kept().policies()) {
      policies.add(
          new PolicyOutput(
              kept.name(),
              false,
              kept.rule().map(PolicyText::of),
              kept.problem(),
              Optional.of(kept.savedBy()),
              Optional.of(kept.savedAt().toString())));
    }
    return new ListPoliciesOutput(policies);
  }

  synchronized SavePolicyOutput save(SavePolicyInput input, Invocation invocation) {
    TablePolicy policy = drafts.read(input.text());
    refuseConfigured(policy.name());
    List<String> notices =
        drafts.trial().of(policy, input.attributes().orElse(Map.of()), invocation);
    Optional<KeptRule<TablePolicy>> before = find(policy.name());
    String definition = PolicyText.of(policy).definition();
    record(invocation.caller(), policy.name(), before, Optional.of(definition));
    rules
        .store()
        .savePolicy(
            new RuleRow(
                policy.name(),
                Optional.of(policy.source()),
                definition,
                invocation.caller().name(),
                clock.instant()));
    rules.changed();
    return new SavePolicyOutput(PolicyText.of(policy), before.isPresent(), notices);
  }

  synchronized RemovedOutput remove(RemovePolicyInput input, Invocation invocation) {
    String name = input.name();
    Optional<KeptRule<TablePolicy>> before = find(name);
    if (before.isEmpty()) {
      refuseConfigured(name);
      List<String> names = rules.kept().policies().stream().map(KeptRule::name).toList();
      throw new AlidadeException(
          ErrorCode.POLICY_NOT_FOUND,
          "There is no policy `%s`%s; list_policies names those that exist"
              .formatted(name, Nearest.hint(name, names)));
    }
    record(invocation.caller(), name, before, Optional.empty());
    rules.store().removePolicy(name);
    rules.changed();
    return new RemovedOutput(name, Optional.empty());
  }

  private void refuseConfigured(String name) {
    if (rules.file().definesPolicy(name)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT,
          "Policy `%s` stands in alidade.yaml, below `policies:`; change it there and restart, or choose another name: all policies of a table hold together"
              .formatted(name));
    }
  }

  private Optional<KeptRule<TablePolicy>> find(String name) {
    return rules.kept().policies().stream().filter(kept -> kept.name().equals(name)).findFirst();
  }

  /** Without its record a change does not happen. */
  private void record(
      Caller caller, String name, Optional<KeptRule<TablePolicy>> before, Optional<String> after) {
    audit.record(
        new AuditEvent.RuleChange(
            clock.instant(), caller, "policy " + name, before.map(KeptRule::definition), after));
  }
}
