package dev.alidade.rules;

import java.util.List;

record ListPoliciesOutput(List<PolicyOutput> policies) {
  ListPoliciesOutput {
    policies = List.copyOf(policies);
  }
}
