package dev.alidade.engine.mysql.gate;

import dev.alidade.sql.TableName;

/**
 * Where a stored table stands: its name from {@code start} to {@code end}, and what is said of its
 * indexes from {@code hints} to {@code hintsEnd}.
 *
 * @param name what it is called without a database
 * @param inner whether it is in a definition of a WITH clause that is not the statement's own
 * @param qualified whether a database stands before it
 */
record TablePlace(
    TableName table,
    String name,
    boolean inner,
    boolean qualified,
    int start,
    int end,
    boolean aliased,
    int hints,
    int hintsEnd) {
  /** The same, once it is known what follows. */
  TablePlace followed(boolean byAlias, int hintsFrom, int hintsTo) {
    return new TablePlace(table, name, inner, qualified, start, end, byAlias, hintsFrom, hintsTo);
  }
}
