package dev.alidade.report;

import dev.alidade.ask.Trust;
import dev.alidade.insight.InsightType;

/** What every format of a report says alike. */
final class Wording {
  private Wording() {}

  static String trust(Trust.Label label) {
    return switch (label) {
      case VERIFIED -> "Verified: a person approved this answer";
      case GOVERNED -> "A governed metric";
      case INFERRED -> "Inferred from names, keys and values of the source";
      case MODEL -> "A language model read the question";
      case NONE -> "Nothing stands behind this reading";
    };
  }

  static String kind(InsightType kind) {
    return switch (kind) {
      case TREND -> "A trend";
      case OUTLIER -> "An outlier";
      case CHANGE -> "A change";
      case CONTRIBUTION -> "What a change comes from";
      case CORRELATION -> "An association";
      case CONCENTRATION -> "Concentration";
    };
  }

  /** What part of a result a table shows. */
  static String shown(Report.Result result, int most) {
    String part =
        result.rows().size() > most
            ? "The first %d of %,d rows that were read.".formatted(most, result.rows().size())
            : "All %,d rows that were read.".formatted(result.rows().size());
    return result.cut().isEmpty() ? part : part + " " + result.cut();
  }
}
