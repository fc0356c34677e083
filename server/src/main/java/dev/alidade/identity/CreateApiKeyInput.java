package dev.alidade.identity;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

record CreateApiKeyInput(
    @Description("What it is for, such as the program that gets it") String name,
    @Description("Some of the caller's roles; all of them unless said")
        Optional<List<String>> roles,
    @Description("The last day, as 2027-01-31, or the moment; in 90 days unless said")
        Optional<String> expiresAt,
    @Description("Whose key it is; yours unless said") Optional<String> caller) {
  CreateApiKeyInput {
    if (name.isBlank() || name.length() > 100) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`name` says in 1 to 100 characters what the key is for");
    }
    roles = roles.map(List::copyOf);
    Objects.requireNonNull(expiresAt, "expiresAt");
    Objects.requireNonNull(caller, "caller");
  }
}
