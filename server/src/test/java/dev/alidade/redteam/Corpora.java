package dev.alidade.redteam;

import java.util.ArrayList;
import java.util.List;

/** All that is tried on an engine. */
final class Corpora {
  private Corpora() {}

  /** What reads, and may be part of something else. */
  static List<Corpus> reads(Arena arena) {
    Surroundings around = Surroundings.of(arena);
    return List.of(
        new HiddenTables(around),
        new HiddenColumns(around),
        new FailingRows(around),
        Inventory.of(arena),
        new Misreadings(around),
        new Fragments());
  }

  static List<Corpus> hostile(Arena arena) {
    List<Corpus> all = new ArrayList<>(reads(arena));
    all.add(new Overlong());
    all.add(new Mutants(List.copyOf(all)));
    return all;
  }
}
