package dev.alidade.engine.mysql;

import dev.alidade.sql.TableName;
import java.util.List;

/** Names that a caller may have meant; empty where they cannot be looked up now. */
interface Hints {
  /** The tables of the source. */
  List<String> tables();

  /** The columns of some tables. */
  List<String> columns(List<TableName> tables);
}
