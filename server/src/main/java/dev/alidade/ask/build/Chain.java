package dev.alidade.ask.build;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list that shares its beginning with others; the last element comes first. */
record Chain<T>(T last, Chain<T> before, int size) {
  static <T> Chain<T> plus(Chain<T> chain, T element) {
    return new Chain<>(element, chain, chain == null ? 1 : chain.size + 1);
  }

  static <T> List<T> list(Chain<T> chain) {
    List<T> elements = new ArrayList<>();
    for (Chain<T> at = chain; at != null; at = at.before) {
      elements.add(at.last);
    }
    Collections.reverse(elements);
    return elements;
  }
}
