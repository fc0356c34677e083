package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.util.Objects;

record SignInInput(@Description("Who you are") String name, String password) {
  SignInInput {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(password, "password");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "sign_in " + name;
  }
}
