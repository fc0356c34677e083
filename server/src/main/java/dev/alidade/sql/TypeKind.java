package dev.alidade.sql;

/** The families of data types that every engine's types fall into. */
public enum TypeKind {
  BOOLEAN,
  INTEGER,
  DECIMAL,
  FLOAT,
  TEXT,
  DATE,
  TIME,
  TIMESTAMP,
  TIMESTAMP_TZ,
  INTERVAL,
  BINARY,
  UUID,
  JSON,
  LIST,
  STRUCT,
  MAP,
  OTHER;

  /** Whether values can be summed and averaged. */
  public boolean isNumeric() {
    return this == INTEGER || this == DECIMAL || this == FLOAT;
  }

  /** Whether values stand on a calendar. */
  public boolean isTemporal() {
    return this == DATE || this == TIMESTAMP || this == TIMESTAMP_TZ;
  }
}
