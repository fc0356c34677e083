package dev.alidade.identity.issuer;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;

/**
 * What is wrong with a token, as its bearer is told: nothing that the token does not say itself.
 */
final class Refusal {
  private Refusal() {}

  static AlidadeException of(String reason) {
    return new AlidadeException(
        ErrorCode.UNAUTHENTICATED,
        "The token is not accepted: %s; get a new one from the issuer".formatted(reason));
  }
}
