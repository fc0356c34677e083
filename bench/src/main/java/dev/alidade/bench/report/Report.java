package dev.alidade.bench.report;

import java.util.List;

/** All that one run found. */
public record Report(String time, String commit, Machine machine, List<Line> lines) {
  public Report {
    lines = List.copyOf(lines);
  }
}
