package dev.alidade.insight;

import dev.alidade.insight.statistic.Tally;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What rows have together in each whole period. */
record Series(Calendar calendar, List<LocalDate> periods, Map<Measure, List<Tally>> tallies) {
  Series {
    periods = List.copyOf(periods);
    tallies = Map.copyOf(tallies);
  }

  /** The value of each period; none where a period has none. */
  double[] values(Measure measure) {
    double[] values =
        tallies.getOrDefault(measure, List.of()).stream().mapToDouble(measure::value).toArray();
    return Arrays.stream(values).anyMatch(Double::isNaN) ? new double[0] : values;
  }
}
