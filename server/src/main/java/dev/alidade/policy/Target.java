package dev.alidade.policy;

import dev.alidade.sql.Dialect;
import dev.alidade.sql.Gate;
import dev.alidade.sql.TableName;
import java.util.Optional;

/** The source that a statement is for, as far as governing it needs to know. */
public interface Target {
  /** Its name. */
  String source();

  /** The judge of its statements. */
  Gate gate();

  /** How its SQL is written. */
  Dialect dialect();

  /** The schema of unqualified names. */
  String homeSchema();

  /** What the catalog says of a table; empty where it knows none of that name. */
  Optional<TableShape> shape(TableName table);
}
