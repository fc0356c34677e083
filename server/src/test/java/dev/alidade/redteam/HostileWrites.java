package dev.alidade.redteam;

import java.util.Random;
import java.util.stream.Stream;

/** Writes that reach for other tables, by what they change, read, give back or do on a conflict. */
record HostileWrites(Surroundings around) implements Corpus {
  @Override
  public String name() {
    return "hostile writes";
  }

  @Override
  public Stream<String> statements(Random random) {
    return Corpus.shuffled(
        Lines.of("writes.txt").stream()
            .flatMap(line -> new HiddenTables(around).spelled(line))
            .distinct()
            .map(around::withValues),
        random);
  }
}
