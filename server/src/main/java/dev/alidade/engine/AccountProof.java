package dev.alidade.engine;

import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Objects;

/**
 * What an account of the database found when it was tried: everything else refused it.
 *
 * @param statements what was run to make it
 * @param seen what it sees
 */
public record AccountProof(List<String> statements, List<Seen> seen) {
  public AccountProof {
    statements = List.copyOf(statements);
    seen = List.copyOf(seen);
  }

  /**
   * What it sees of one table.
   *
   * @param name what the account calls it
   */
  public record Seen(TableName table, String name, long rows) {
    public Seen {
      Objects.requireNonNull(table, "table");
      Objects.requireNonNull(name, "name");
    }
  }
}
