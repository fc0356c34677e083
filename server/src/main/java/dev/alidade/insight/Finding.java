package dev.alidade.insight;

import dev.alidade.chart.ChartSpec;
import java.util.Objects;
import java.util.Optional;

/**
 * A test that was made.
 *
 * @param telling whether the effect is large enough to be worth a sentence
 * @param strength from 0 to 1
 */
record Finding(
    InsightType type,
    double pValue,
    boolean telling,
    double strength,
    long n,
    String sentence,
    String method,
    String sql,
    Optional<ChartSpec> chart) {
  Finding {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(sentence, "sentence");
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(sql, "sql");
    Objects.requireNonNull(chart, "chart");
    strength = Math.clamp(strength, 0, 1);
  }
}
