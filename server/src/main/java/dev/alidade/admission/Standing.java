package dev.alidade.admission;

/** Why somebody waits. */
enum Standing {
  /** All the turns that the caller may have at once are taken. */
  AT_OWN_LIMIT,

  /** The caller's own turns are most of those at the place. */
  TAKEN_BY_OWN,

  /** Others have the turns. */
  TAKEN_BY_OTHERS
}
