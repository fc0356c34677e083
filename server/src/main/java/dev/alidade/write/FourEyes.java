package dev.alidade.write;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;

/** Who may decide on what somebody proposed: a person, and another one. */
public final class FourEyes {
  private FourEyes() {}

  /** Fails where a model asks; {@code what} is what is decided on. */
  public static void checkPerson(Caller caller, String what) {
    if (caller.isModel()) {
      throw new AlidadeException(
          ErrorCode.PERMISSION_DENIED,
          "A person decides on %s: on the web page, at the command line or over REST"
              .formatted(what));
    }
  }

  /** Fails where whoever proposed it asks, unless nobody else is known. */
  public static void checkOther(Caller caller, String proposer, String what) {
    if (caller.name().equals(proposer) && !caller.name().equals(Caller.LOCAL.name())) {
      throw new AlidadeException(
          ErrorCode.PERMISSION_DENIED,
          "You proposed this %s; somebody else has to approve it".formatted(what));
    }
  }
}
