package dev.alidade.engine.duckdb.isolated;

/** The type of a value on the wire. */
enum ValueTag {
  NULL,
  TRUE,
  FALSE,
  LONG,
  DOUBLE,
  TEXT,
  BIG_INTEGER,
  SHORT_DECIMAL,
  DECIMAL,
  DATE,
  TIME,
  DATE_TIME,
  OFFSET_DATE_TIME,
  UUID,
  BYTES,
  LIST,
  MAP;

  private static final ValueTag[] ALL = values();

  // Both ends of the wire are of one build, so the order cannot differ.
  @SuppressWarnings("EnumOrdinal")
  byte number() {
    return (byte) ordinal();
  }

  static ValueTag of(int number) {
    if (number < 0 || number >= ALL.length) {
      throw new IllegalStateException("no value has the tag " + number);
    }
    return ALL[number];
  }
}
