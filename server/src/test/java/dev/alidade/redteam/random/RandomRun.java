package dev.alidade.redteam.random;

import dev.alidade.base.ErrorType;
import dev.alidade.redteam.Arena;
import dev.alidade.redteam.Judge;
import dev.alidade.redteam.Outcome;
import dev.alidade.redteam.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Many random statements on one arena, and what came of them. */
public final class RandomRun {
  /** Making a leak small asks many statements; the first few say enough. */
  private static final int SHRUNK = 3;

  private final Flavour flavour;
  private final Arena arena;
  private final Judge judge;
  private final Described described;
  private final List<Verdict.Leak> leaks = new ArrayList<>();
  private final Map<String, Integer> failures = new TreeMap<>();
  private int answered;
  private int filled;
  private int denied;

  /** Statements for an arena. */
  public RandomRun(Arena arena) {
    this.arena = arena;
    this.flavour = Flavours.of(arena.engine());
    this.described = Described.of(arena);
    this.judge = new Judge(arena);
  }

  /** Some statements of a seed; the first of them is {@code from}. */
  public RandomRun run(long seed, int from, int count) {
    for (int index = from; index < from + count; index++) {
      Choices choices = Choices.of(seed, index);
      String sql = write(choices);
      Verdict verdict = judge.judge(sql);
      count(verdict.outcome());
      if (leaks(verdict, sql)) {
        leaks.add(report(seed, index, choices.made(), verdict));
      }
    }
    return this;
  }

  /** What got past the policies, each as small as it could be made, with what writes it again. */
  public List<Verdict.Leak> leaks() {
    return List.copyOf(leaks);
  }

  /** How many statements were answered with rows. */
  public int answered() {
    return answered;
  }

  /** How many of a hundred statements were answered with rows. */
  double share() {
    return 100.0 * answered / Math.max(1, total());
  }

  /** How many statements were tried. */
  public int total() {
    return answered + denied + failures.values().stream().mapToInt(Integer::intValue).sum();
  }

  String summary() {
    return "%-8s %6d queries: %4.1f %% answered (%4.1f %% with rows), %4.1f %% denied, failed %s, %d leaks"
        .formatted(
            flavour.engine(),
            total(),
            share(),
            100.0 * filled / Math.max(1, total()),
            100.0 * denied / Math.max(1, total()),
            failures,
            leaks.size());
  }

  private void count(Outcome outcome) {
    switch (outcome) {
      case Outcome.Rows rows -> {
        answered++;
        filled += rows.rows().isEmpty() ? 0 : 1;
      }
      case Outcome.Failed failed -> {
        if (failed.code().type() == ErrorType.DENIED) {
          denied++;
        } else {
          failures.merge(failed.code().name(), 1, Integer::sum);
        }
      }
    }
  }

  private boolean leaks(String sql) {
    return leaks(judge.judge(sql), sql);
  }

  /**
   * Whether something came out. What random arithmetic makes of visible values looks like a hidden
   * one now and then; it is none where the twin, which hides others, and the copy say the same. Of
   * a result that is cut it is chance which rows are left. A value that fails on the governed side
   * only may be a visible one that the copy's plan never reached; that no hidden value fails is
   * tried with statements made for it.
   */
  private boolean leaks(Verdict verdict, String sql) {
    boolean byChance =
        switch (verdict.leak().map(Verdict.Leak::channel).orElse(Verdict.Channel.CHANGE)) {
          case VALUE ->
              verdict.outcome() instanceof Outcome.Rows rows
                  && rows.tellsAs(arena.onTwin(sql))
                  && rows.tellsAs(arena.onCopy(sql));
          case TWIN -> verdict.outcome() instanceof Outcome.Rows rows && rows.cut();
          case COPY -> verdict.outcome() instanceof Outcome.Failed;
          case CHANGE -> false;
        };
    return verdict.isBypass() && !byChance;
  }

  private Verdict.Leak report(long seed, int index, List<Integer> choices, Verdict verdict) {
    List<Integer> smallest =
        leaks.size() >= SHRUNK
            ? choices
            : new Shrinking(fewer -> leaks(write(Choices.again(fewer)))).smallest(choices);
    Verdict.Leak leak =
        judge.judge(write(Choices.again(smallest))).leak().or(verdict::leak).orElseThrow();
    return new Verdict.Leak(
        leak.channel(),
        leak.sql(),
        "%s%n  %s, seed %d, index %d: %s"
            .formatted(
                leak.evidence(), arena.engine(), seed, index, verdict.leak().orElseThrow().sql()));
  }

  private String write(Choices choices) {
    return Author.statement(choices, flavour, described);
  }
}
