package dev.alidade.identity;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.Caller;
import dev.alidade.base.ErrorCode;
import java.util.Set;

/** What callers may be called. */
public final class CallerName {
  /** The rule in words, for messages. */
  public static final String RULE =
      "must begin with a letter or digit, then letters, digits, `.`, `_`, `-` or `@`, 100 characters"
          + " at most";

  private static final Set<String> TAKEN =
      Set.of(Caller.LOCAL.name(), Caller.SYSTEM.name(), Caller.STRANGER.name());

  private CallerName() {}

  /** Whether a caller may have that name. */
  public static boolean isAllowed(String name) {
    return name.matches("[A-Za-z0-9][A-Za-z0-9._@-]{0,99}") && !TAKEN.contains(name);
  }

  static void check(String name) {
    if (TAKEN.contains(name)) {
      throw new AlidadeException(
          ErrorCode.INVALID_INPUT, "`%s` is Alidade's own name; choose another".formatted(name));
    }
    if (!isAllowed(name)) {
      throw new AlidadeException(ErrorCode.INVALID_INPUT, "A caller's name " + RULE);
    }
  }
}
