package dev.alidade.policy;

import dev.alidade.sql.TableName;
import java.util.List;
import java.util.Objects;

/**
 * An account of a source's own database, with all that it is to see and nothing else.
 *
 * <p>Only this package can make one, and an engine provisions nothing else.
 */
public final class GovernedAccount {
  private final String source;
  private final String name;
  private final String hashWord;
  private final List<Seen> tables;

  GovernedAccount(String source, String name, String hashWord, List<Seen> tables) {
    this.source = source;
    this.name = name;
    this.hashWord = hashWord;
    this.tables = List.copyOf(tables);
  }

  /**
   * What the account sees of one table.
   *
   * @param columns those that it sees, in the table's order
   * @param query a SELECT that shows them, of the rows that it sees
   */
  public record Seen(TableName table, List<String> columns, String query) {
    public Seen {
      Objects.requireNonNull(table, "table");
      columns = List.copyOf(columns);
      Objects.requireNonNull(query, "query");
    }
  }

  /** The source that it was made for. */
  public String source() {
    return source;
  }

  /** Its name in the database. */
  public String name() {
    return name;
  }

  /**
   * The word that stands, as a text literal, wherever a mask hashes: the engine puts there a secret
   * that the account cannot read. It is a new one each time, and no secret itself.
   */
  public String hashWord() {
    return hashWord;
  }

  /** What it sees. */
  public List<Seen> tables() {
    return tables;
  }
}
