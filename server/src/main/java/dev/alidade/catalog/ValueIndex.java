package dev.alidade.catalog;

import java.util.List;

/** Finds the columns that hold a value which a question names. */
public interface ValueIndex {
  /**
   * Values equal to {@code words}, letter case, punctuation and white space aside, best first; then
   * values that differ by a slip or contain all the words, with a lower score.
   */
  List<ValueMatch> find(String words);
}
