package dev.alidade.engine.mysql.gate;

import dev.alidade.sql.Effect;
import java.util.List;
import java.util.Set;

/** What a statement would do, told by its first words; for messages about what is refused. */
final class StatementLabel {
  private static final Set<String> WRITES =
      Set.of("INSERT", "UPDATE", "DELETE", "REPLACE", "LOAD", "MERGE", "IMPORT");
  private static final Set<String> DEFINITIONS =
      Set.of("CREATE", "DROP", "ALTER", "TRUNCATE", "RENAME", "COMMENT");
  private static final Set<String> ADMINISTRATION =
      Set.of(
          ("ANALYZE ATTACH BACKUP BEGIN BINLOG CACHE CALL CHANGE CHECK CHECKSUM CLONE COMMIT DEALLOCATE"
                  + " DELIMITER DESC DESCRIBE DETACH DO EXECUTE EXPLAIN FLUSH GET GRANT HANDLER HELP INSTALL"
                  + " KILL LOCK OPTIMIZE PRAGMA PREPARE PURGE RELEASE REPAIR RESET RESIGNAL RESTART REVOKE"
                  + " ROLLBACK SAVEPOINT SET SHOW SHUTDOWN SIGNAL START STOP TABLE UNINSTALL UNLOCK USE VACUUM"
                  + " XA")
              .split(" "));

  private StatementLabel() {}

  static Effect of(List<MySqlToken> tokens) {
    String first = tokens.getFirst().keyword();
    if (first.equals("WITH")) {
      return behindCommonTables(tokens);
    }
    if (WRITES.contains(first)) {
      return Effect.WRITE;
    }
    if (DEFINITIONS.contains(first)) {
      return Effect.DDL;
    }
    return ADMINISTRATION.contains(first) ? Effect.ADMIN : Effect.READ;
  }

  private static Effect behindCommonTables(List<MySqlToken> tokens) {
    int depth = 0;
    for (MySqlToken token : tokens) {
      if (token.is("(")) {
        depth++;
      } else if (token.is(")")) {
        depth--;
      } else if (depth == 0 && WRITES.contains(token.keyword())) {
        return Effect.WRITE;
      }
    }
    return Effect.READ;
  }
}
