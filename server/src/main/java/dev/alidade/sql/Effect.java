package dev.alidade.sql;

/** What a statement does to the source, the strongest part deciding. */
public enum Effect {
  READ,
  WRITE,
  DDL,
  ADMIN
}
