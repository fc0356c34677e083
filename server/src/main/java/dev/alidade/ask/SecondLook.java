package dev.alidade.ask;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Thinks twice about a reading that finds nothing: people ask for what is there, so another reading
 * that does find something may be meant, and is offered.
 */
public final class SecondLook {
  private static final int MOST = 3;
  private static final double LEAST = 0.03;

  private SecondLook() {}

  /** Whether rows say anything: some value, and more than that there are none. */
  public static boolean isFound(List<List<Object>> rows) {
    List<Object> values = rows.stream().flatMap(List::stream).filter(Objects::nonNull).toList();
    boolean none =
        rows.size() == 1 && values.size() == 1 && values.getFirst().toString().equals("0");
    return !values.isEmpty() && !none;
  }

  /**
   * The readings to choose from where the best one found nothing, those that find something first;
   * empty where no other does, so that nothing is the answer.
   */
  public static List<Reading> choices(List<Reading> readings, Predicate<Reading> finds) {
    List<Reading> choices = new ArrayList<>();
    readings.stream()
        .skip(1)
        .filter(reading -> reading.candidate().unexplained().isEmpty())
        .filter(reading -> reading.confidence() >= LEAST)
        .limit(MOST)
        .filter(finds)
        .forEach(choices::add);
    if (!choices.isEmpty()) {
      choices.add(readings.getFirst());
    }
    return choices;
  }
}
