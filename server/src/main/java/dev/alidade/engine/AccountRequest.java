package dev.alidade.engine;

import dev.alidade.base.Cancellation;
import dev.alidade.policy.GovernedAccount;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What an engine needs to make an account of its database.
 *
 * @param keep whether the account stays, asked when it has been tried; otherwise nothing is changed
 */
public record AccountRequest(
    GovernedAccount account, Cancellation cancellation, Predicate<AccountProof> keep) {
  public AccountRequest {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(cancellation, "cancellation");
    Objects.requireNonNull(keep, "keep");
  }
}
