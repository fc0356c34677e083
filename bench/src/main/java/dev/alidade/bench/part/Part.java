package dev.alidade.bench.part;

import dev.alidade.bench.report.Line;
import java.util.List;

/** One kind of work that is measured. */
public interface Part {
  /** By which people choose it. */
  String name();

  /** Measures. */
  List<Line> run(Setup setup) throws Exception;
}
