package dev.alidade.learn;

/** What somebody says of an answer. */
public enum Verdict {
  RIGHT,
  WRONG
}
