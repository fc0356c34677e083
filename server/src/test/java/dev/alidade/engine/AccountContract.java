package dev.alidade.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alidade.base.Cancellation;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.GovernedAccount;
import dev.alidade.policy.GovernedAccountMaker;
import org.junit.jupiter.api.Test;

/** An engine makes accounts in its database, or says that it cannot. */
interface AccountContract extends EngineFixture {
  @Test
  default void anAccountSeesSomethingOrCannotBeMade() {
    GovernedAccount account = GovernedAccountMaker.empty(EngineProbe.SOURCE);
    ErrorCode expected =
        can(Capability.PROVISIONING) ? ErrorCode.INVALID_INPUT : ErrorCode.NOT_SUPPORTED;
    assertThat(EngineProbe.failure(() -> probe().engine().accountStatements(account)).code())
        .isEqualTo(expected);
    AccountRequest request = new AccountRequest(account, Cancellation.never(), proof -> false);
    assertThat(EngineProbe.failure(() -> probe().engine().provision(request)).code())
        .as("the source is only read")
        .isEqualTo(ErrorCode.NOT_SUPPORTED);
  }
}
