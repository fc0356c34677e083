package dev.alidade.ask.build;

/** The last word that held others together. */
enum Link {
  NONE,
  WITH,
  WHOSE,
  THAT,
  HAVE,
  IN,
  OF,
  POSSESSIVE,
  FOR,
  TO,
  BYAGENT,
  NAMED,
  IS,
  THAN,
  AND,
  COMMA,
  OR,
  BUT,
  END;

  static Link of(String argument) {
    return Link.valueOf(argument.toUpperCase(java.util.Locale.ROOT));
  }
}
