package dev.alidade.engine.mysql;

import dev.alidade.base.AlidadeException;
import dev.alidade.base.ErrorCode;
import dev.alidade.policy.Governed;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements that would undo how a session is kept reading only, which is what the server itself
 * enforces. No gate lets them through; if one ever did, they stop here.
 */
final class SessionStatements {
  private static final Pattern FIRST_WORD = Pattern.compile("\\A[\\s(]*([A-Za-z_]+)");
  private static final Set<String> REFUSED =
      Set.of(
          ("BEGIN START COMMIT ROLLBACK SAVEPOINT RELEASE XA SET LOCK UNLOCK USE CALL DO PREPARE EXECUTE"
                  + " DEALLOCATE HANDLER KILL FLUSH RESET SHUTDOWN")
              .split(" "));

  private SessionStatements() {}

  static void refuse(Governed sql) {
    Matcher word = FIRST_WORD.matcher(sql.text());
    if (word.find() && REFUSED.contains(word.group(1).toUpperCase(Locale.ROOT))) {
      throw new AlidadeException(
          ErrorCode.NOT_READ_ONLY,
          "`%s` is not allowed on `%s`; write a SELECT".formatted(word.group(1), sql.source()));
    }
  }
}
