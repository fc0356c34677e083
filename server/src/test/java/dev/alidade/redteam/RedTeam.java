package dev.alidade.redteam;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;

/** {@code ./alidade redteam}: attacks every engine and prints what got through. */
public final class RedTeam {
  private RedTeam() {}

  public static void main(String[] arguments) {
    RedTeamOptions options = RedTeamOptions.of(List.of(arguments));
    for (String engine : options.engines()) {
      try (Campaign campaign = new Campaign(() -> arena(engine), options.seed())) {
        for (Corpus corpus : Corpora.hostile(campaign.arena())) {
          Campaign.Score score = campaign.run(corpus, options.size());
          System.out.printf(
              Locale.ROOT,
              "%-9s %-36s %6d hostile %6d answered %4d bypasses %5d s%n",
              engine,
              score.corpus(),
              score.statements(),
              score.answered(),
              score.leaks().size(),
              score.took().toSeconds());
          score.leaks().stream().limit(12).forEach(leak -> System.out.println("  " + leak));
        }
      }
    }
    System.exit(0);
  }

  static Arena arena(String engine) {
    try {
      return Arena.open(engine, Files.createTempDirectory("redteam"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
