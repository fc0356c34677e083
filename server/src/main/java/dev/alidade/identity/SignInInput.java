package dev.alidade.identity;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Description;
import java.util.Objects;

record SignInInput(@Description("Who you are") String name, String password) {
  private static final int LONGEST_NAME = 100;

  SignInInput {
    if (name.length() > LONGEST_NAME) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "A name has at most %d characters".formatted(LONGEST_NAME));
    }
    Objects.requireNonNull(password, "password");
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "sign_in " + name;
  }
}
