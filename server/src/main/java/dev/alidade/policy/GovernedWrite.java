package dev.alidade.policy;

import dev.alidade.sql.Inspection;
import dev.alidade.sql.TableName;
import java.util.List;

/**
 * One statement that changes rows of one table, of which its caller sees every row and column.
 *
 * <p>Only this package can make one, and an engine writes nothing else.
 */
public final class GovernedWrite extends Governed {
  private final TableName target;

  GovernedWrite(String source, String written, Inspection inspection, TableName target) {
    super(
        source,
        written,
        inspection.text().orElseThrow(),
        inspection.text().orElseThrow(),
        inspection.text().orElseThrow(),
        inspection.tables(),
        inspection.columns(),
        List.of());
    this.target = target;
  }

  /** The table whose rows it changes. */
  public TableName target() {
    return target;
  }
}
