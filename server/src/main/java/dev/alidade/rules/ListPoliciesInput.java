package dev.alidade.rules;

record ListPoliciesInput() {}
