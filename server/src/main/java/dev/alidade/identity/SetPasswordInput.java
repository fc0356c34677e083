package dev.alidade.identity;

import dev.alidade.operation.Description;
import java.util.Objects;
import java.util.Optional;

record SetPasswordInput(
    @Description("The new one, 8 characters or more") String password,
    @Description("The present one; needed for your own") Optional<String> currentPassword,
    @Description("Whose it is; yours unless said") Optional<String> caller) {
  SetPasswordInput {
    Passwords.checkNew(password);
    Objects.requireNonNull(currentPassword, "currentPassword");
    Objects.requireNonNull(caller, "caller");
  }

  /** Without the passwords. */
  @Override
  public String toString() {
    return "set_password " + caller;
  }
}
