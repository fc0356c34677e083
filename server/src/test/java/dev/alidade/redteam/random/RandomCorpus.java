package dev.alidade.redteam.random;

import dev.alidade.redteam.Arena;
import dev.alidade.redteam.Corpus;
import java.util.Random;
import java.util.stream.Stream;

/** Random statements in an engine's own words, without end. */
public final class RandomCorpus implements Corpus {
  private final Flavour flavour;
  private final Described described;

  /** Statements for an arena. */
  public RandomCorpus(Arena arena) {
    flavour = Flavours.of(arena.engine());
    described = Described.of(arena);
  }

  @Override
  public String name() {
    return "random queries";
  }

  @Override
  public Stream<String> statements(Random random) {
    return Stream.generate(
        () -> Author.statement(Choices.of(random.nextLong(), 0), flavour, described));
  }
}
