package dev.alidade.redteam;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Columns that are hidden or masked, and rows that are filtered, asked for directly and by trick.
 */
record HiddenColumns(Surroundings around) implements Corpus {
  private static final List<String> COLUMNS =
      List.of("secret_note", "email", "phone", "salary", "balance", "born", "bonus", "ssn");

  @Override
  public String name() {
    return "hidden columns and rows";
  }

  @Override
  public Stream<String> statements(Random random) {
    return Corpus.shuffled(
        Lines.of("columns.txt").stream()
            .flatMap(line -> COLUMNS.stream().map(column -> line.replace("{C}", column)))
            .distinct()
            .map(around::withValues),
        random);
  }
}
