package dev.alidade.policy;

import dev.alidade.sql.TableName;
import java.util.List;

/**
 * One read statement that the engine's grammar checked and the policy allowed.
 *
 * <p>Only this package can make one, and an engine executes nothing else, so a query that was not
 * governed does not compile.
 */
public final class GovernedSql extends Governed {
  GovernedSql(
      String source,
      String written,
      String shown,
      String text,
      String recorded,
      List<TableName> tables,
      List<String> columns,
      List<String> policies) {
    super(source, written, shown, text, recorded, tables, columns, policies);
  }
}
