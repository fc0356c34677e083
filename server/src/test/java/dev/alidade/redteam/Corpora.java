package dev.alidade.redteam;

import java.util.ArrayList;
import java.util.List;

/** All that is tried on an engine. */
final class Corpora {
  private Corpora() {}

  static List<Corpus> hostile(Arena arena) {
    Surroundings around = Surroundings.of(arena);
    List<Corpus> all =
        new ArrayList<>(
            List.of(
                new HiddenTables(around),
                new HiddenColumns(around),
                new FailingRows(around),
                Inventory.of(arena),
                new Misreadings(around),
                new Fragments(),
                new Overlong()));
    all.add(new Mutants(List.copyOf(all)));
    return all;
  }
}
