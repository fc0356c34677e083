package dev.alidade.redteam;

import dev.alidade.redteam.random.RandomRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** {@code ./alidade redteam}: attacks every engine and prints what got through. */
public final class RedTeam {
  // Two threads that come upon the log manager first at the same time wait for each other forever.
  private static final System.Logger LOGGER = System.getLogger(RedTeam.class.getName());
  static final int AT_ONCE = 2;

  private RedTeam() {}

  public static void main(String[] arguments) throws InterruptedException, ExecutionException {
    RedTeamOptions options = options(List.of(arguments));
    LOGGER.log(System.Logger.Level.DEBUG, "attacking {0}", options.engines());
    List<Future<EngineReport>> running = new ArrayList<>();
    List<EngineReport> reports = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
      for (String engine : options.engines()) {
        running.add(threads.submit(() -> attack(engine, options)));
      }
      for (Future<EngineReport> report : running) {
        reports.add(report.get());
        System.out.println(reports.getLast().details());
      }
    }
    System.out.println(EngineReport.HEADER);
    reports.forEach(report -> System.out.println(report.line()));
    int attempts = reports.stream().mapToInt(EngineReport::attempts).sum();
    int bypasses = reports.stream().mapToInt(EngineReport::bypasses).sum();
    int asked = reports.stream().mapToInt(EngineReport::asked).sum();
    int denied = reports.stream().mapToInt(EngineReport::denied).sum();
    System.out.printf(
        Locale.ROOT,
        "%,d hostile statements, %,d bypasses; %,d harmless ones, %,d denied; seed %d%n",
        attempts,
        bypasses,
        asked,
        denied,
        options.seed());
    // Servers of tests leave threads behind.
    System.exit(bypasses == 0 ? 0 : 1);
  }

  static EngineReport attack(String engine, RedTeamOptions options)
      throws IOException, SQLException {
    Path folder = Files.createTempDirectory("redteam");
    try (Campaign campaign = new Campaign(() -> arena(engine, folder), options.seed())) {
      Latency latency = Latency.of(campaign.arena());
      List<Campaign.Score> scores = new ArrayList<>();
      for (Corpus corpus : Corpora.hostile(campaign.arena())) {
        scores.add(campaign.run(corpus, options.sizeFor(engine)));
        System.err.printf("%s: %s%n", engine, corpus.name());
      }
      scores.add(random(campaign.arena(), options, engine));
      System.err.printf("%s: random queries%n", engine);
      if (WriteRaid.isPossible(engine, folder)) {
        scores.addAll(writes(campaign.arena(), engine, folder, options));
        System.err.printf("%s: writes%n", engine);
      }
      List<Fairness> harmless =
          new FairTrials(engine, folder).all(options.seed(), options.sizeFor(engine));
      return new EngineReport(engine, scores, harmless, latency);
    } finally {
      delete(folder);
    }
  }

  private static List<Campaign.Score> writes(
      Arena arena, String engine, Path folder, RedTeamOptions options) {
    try (WriteRaid raid = new WriteRaid(engine, folder, options.seed())) {
      return raid.run(Surroundings.of(arena), Corpora.reads(arena), options.sizeFor(engine));
    }
  }

  private static Campaign.Score random(Arena arena, RedTeamOptions options, String engine) {
    long start = System.nanoTime();
    RandomRun run = new RandomRun(arena).run(options.seed(), 0, options.sizeFor(engine));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    return new Campaign.Score("random queries", run.total(), run.answered(), run.leaks(), took);
  }

  private static Arena arena(String engine, Path folder) {
    try {
      return Arena.open(engine, Files.createTempDirectory(folder, "arena"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static RedTeamOptions options(List<String> arguments) {
    try {
      return RedTeamOptions.of(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
      throw wrong;
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
