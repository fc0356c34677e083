package dev.alidade.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The lines of one run, as a table and as JSON. */
final class Report {
  private static final String FORM = "%-44s %14s %10s %10s %10s %12s%n";

  private final List<Map<String, Object>> lines = new ArrayList<>();

  void time(String what, Duration median) {
    Map<String, Object> line = line(what);
    line.put("milliseconds", millis(median));
  }

  /** A ceiling: what others are a share of. */
  void rate(String what, Measurement measured) {
    Map<String, Object> line = line(what);
    line.put("per_second", Math.round(measured.perSecond()));
    line.put("p50_ms", millis(measured.p50()));
    line.put("p95_ms", millis(measured.p95()));
    line.put("p99_ms", millis(measured.p99()));
  }

  void rate(String what, Measurement measured, Measurement ceiling) {
    rate(what, measured);
    lines.getLast().put("share_of_ceiling", share(measured.perSecond(), ceiling.perSecond()));
  }

  /** A ceiling: what others are a share of. */
  void rows(String what, double rowsPerSecond) {
    line(what).put("per_second", Math.round(rowsPerSecond));
  }

  void rows(String what, double rowsPerSecond, double ceiling) {
    rows(what, rowsPerSecond);
    lines.getLast().put("share_of_ceiling", share(rowsPerSecond, ceiling));
  }

  void bytes(String what, long bytes) {
    line(what).put("megabytes", bytes / (1024 * 1024));
  }

  List<Map<String, Object>> lines() {
    return List.copyOf(lines);
  }

  void print(PrintStream out) {
    out.printf(FORM, "", "per second", "p50 ms", "p95 ms", "p99 ms", "of ceiling");
    for (Map<String, Object> line : lines) {
      if (line.containsKey("milliseconds")) {
        out.printf(Locale.ROOT, "%-44s %11s ms%n", line.get("what"), line.get("milliseconds"));
        continue;
      }
      if (line.containsKey("megabytes")) {
        out.printf(Locale.ROOT, "%-44s %11s MB%n", line.get("what"), line.get("megabytes"));
        continue;
      }
      out.printf(
          Locale.ROOT,
          FORM,
          line.get("what"),
          String.format(Locale.ROOT, "%,d", (long) line.get("per_second")),
          line.getOrDefault("p50_ms", ""),
          line.getOrDefault("p95_ms", ""),
          line.getOrDefault("p99_ms", ""),
          line.containsKey("share_of_ceiling")
              ? Math.round((double) line.get("share_of_ceiling") * 100) + " %"
              : "ceiling");
    }
  }

  private Map<String, Object> line(String what) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("what", what);
    lines.add(line);
    return line;
  }

  private static double millis(Duration time) {
    return Math.round(time.toNanos() / 1e4) / 100.0;
  }

  private static double share(double part, double whole) {
    return Math.round(part / whole * 1000) / 1000.0;
  }
}
