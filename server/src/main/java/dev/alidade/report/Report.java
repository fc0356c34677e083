package dev.alidade.report;

import dev.alidade.ask.Trust;
import dev.alidade.chart.ChartSpec;
import dev.alidade.insight.Insight;
import dev.alidade.query.ColumnLabel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A report before it is written.
 *
 * @param madeAt when, to the minute, in UTC
 * @param madeFor whose rights it shows the data with
 */
record Report(String title, String madeAt, String madeFor, List<Section> sections) {
  Report {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(madeAt, "madeAt");
    Objects.requireNonNull(madeFor, "madeFor");
    sections = List.copyOf(sections);
  }

  /**
   * One question and its answer, or a table that was looked at.
   *
   * @param words the answer in words
   * @param facts source, freshness and what else is known of it, a sentence each
   * @param result what its statement gives
   */
  record Section(
      String heading,
      String words,
      List<String> facts,
      Optional<Trust.Label> trust,
      Optional<Result> result,
      List<Insight> insights) {
    Section {
      Objects.requireNonNull(heading, "heading");
      Objects.requireNonNull(words, "words");
      facts = List.copyOf(facts);
      Objects.requireNonNull(trust, "trust");
      Objects.requireNonNull(result, "result");
      insights = List.copyOf(insights);
    }
  }

  /**
   * Rows, and the statement that gave them.
   *
   * @param cut what was left out of them, in words; empty where all are there
   */
  record Result(
      String sql,
      List<ColumnLabel> columns,
      List<List<Object>> rows,
      String cut,
      Optional<ChartSpec> chart) {
    Result {
      Objects.requireNonNull(sql, "sql");
      columns = List.copyOf(columns);
      Objects.requireNonNull(rows, "rows");
      Objects.requireNonNull(cut, "cut");
      Objects.requireNonNull(chart, "chart");
    }

    /** The one number that it is, where it is one. */
    Optional<Object> figure() {
      return rows.size() == 1 && columns.size() == 1 && rows.getFirst().getFirst() != null
          ? Optional.of(rows.getFirst().getFirst())
          : Optional.empty();
    }
  }
}
