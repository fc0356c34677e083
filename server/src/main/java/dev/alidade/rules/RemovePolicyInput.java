package dev.alidade.rules;

import java.util.Objects;

record RemovePolicyInput(String name) {
  RemovePolicyInput {
    Objects.requireNonNull(name, "name");
  }
}
