package dev.alidade.policy;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.util.function.Supplier;

/**
 * What a caller could see of a source when something was made for them; nothing of it leaves once
 * that is different.
 */
public final class Standing {
  private final Supplier<AccessRules> rules;
  private final Caller caller;
  private final String source;
  private final AccessRules then;
  // The rules under which it was last found to be the same.
  private volatile AccessRules under;

  Standing(Supplier<AccessRules> rules, Caller caller, String source) {
    this.rules = rules;
    this.caller = caller;
    this.source = source;
    then = rules.get();
    under = then;
  }

  /** Whether somebody, as they are known now, sees what was seen then. */
  public boolean holdsFor(Caller somebody) {
    return isSame(rules.get().of(somebody));
  }

  /** Fails with ACCESS_CHANGED where the rules show the caller something else by now. */
  public void check() {
    AccessRules now = rules.get();
    if (now == under) {
      return;
    }
    if (!isSame(now.of(caller))) {
      throw changed(source);
    }
    under = now;
  }

  private boolean isSame(Access now) {
    return now.fingerprint(source).equals(then.of(caller).fingerprint(source));
  }

  /** What is said of a result that was made under other rules. */
  public static AlidadeException changed(String source) {
    return new AlidadeException(
        ErrorCode.ACCESS_CHANGED,
        "What you may see of `%s` has changed since this result began; run the statement again"
            .formatted(source));
  }
}
