package dev.alidade.report;

/** How a report is written. */
public enum ReportFormat {
  MARKDOWN,
  HTML
}
