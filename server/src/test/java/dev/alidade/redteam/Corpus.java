package dev.alidade.redteam;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Statements to try, the same for the same seed. */
public interface Corpus {
  /** What it is called in the table that is printed. */
  String name();

  /** Its statements; without end, or as many as it has. */
  Stream<String> statements(Random random);

  /** In another order, so that a part of them is of all kinds. */
  static Stream<String> shuffled(Stream<String> statements, Random random) {
    List<String> all = new ArrayList<>(statements.toList());
    Collections.shuffle(all, random);
    return all.stream();
  }
}
