package dev.alidade.bench.part;

import dev.alidade.bench.load.Measurement;
import dev.alidade.bench.report.Goal;
import dev.alidade.bench.report.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of one engine and so many callers, with the goals where there are any. */
record PointLines(String engine, int callers) {
  static final String WITH_GOALS = "SQLite";
  private static final String TOOLBOX = "MCP Toolbox";
  private static final String DBHUB = "DBHub";
  private static final double OVER_TOOLBOX = 1.2;
  private static final double OVER_DBHUB = 6;
  private static final double AGAIN_OVER_TOOLBOX = 2.5;
  private static final double AGAIN_OVER_HTTP = 0.7;

  List<Line> of(Map<String, Measurement> measured) {
    String what =
        "MCP point, %s, %d %s".formatted(engine, callers, callers == 1 ? "caller" : "callers");
    Line first = Line.of(PointsPart.NAME, what + ", new", measured.get(PointsPart.OURS));
    Line again =
        Line.of(
            PointsPart.NAME, what + ", again", measured.get(PointsPart.OURS + PointsPart.AGAIN));
    List<Line> lines = new ArrayList<>();
    beside(first, TOOLBOX, measured, TOOLBOX, goal(OVER_TOOLBOX)).ifPresent(lines::add);
    beside(first, DBHUB, measured, DBHUB, goal(OVER_DBHUB)).ifPresent(lines::add);
    beside(first, PointsPart.DRIVER, measured, PointsPart.DRIVER, Optional.empty())
        .ifPresent(lines::add);
    beside(first, PointsPart.HTTP, measured, PointsPart.HTTP, Optional.empty())
        .ifPresent(lines::add);
    beside(again, TOOLBOX, measured, TOOLBOX + PointsPart.AGAIN, goal(AGAIN_OVER_TOOLBOX))
        .ifPresent(lines::add);
    beside(again, DBHUB, measured, DBHUB + PointsPart.AGAIN, Optional.empty())
        .ifPresent(lines::add);
    beside(again, PointsPart.HTTP, measured, PointsPart.HTTP, goal(AGAIN_OVER_HTTP))
        .ifPresent(lines::add);
    return lines;
  }

  private Optional<Goal> goal(double ratio) {
    return Optional.<Goal>of(new Goal.OfRatio(ratio)).filter(goal -> engine.equals(WITH_GOALS));
  }

  private static Optional<Line> beside(
      Line ours,
      String other,
      Map<String, Measurement> measured,
      String subject,
      Optional<Goal> goal) {
    return Optional.ofNullable(measured.get(subject))
        .map(its -> ours.beside(other, its.perSecond()))
        .map(line -> goal.map(line::aiming).orElse(line));
  }
}
