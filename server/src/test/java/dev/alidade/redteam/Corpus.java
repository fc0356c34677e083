package dev.alidade.redteam;

import java.util.Random;
import java.util.stream.Stream;

/** Statements to try, the same for the same seed. */
public interface Corpus {
  /** What it is called in the table that is printed. */
  String name();

  /** Its statements; without end, or as many as it has. */
  Stream<String> statements(Random random);
}
