package dev.alidade.report;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.Objects;

/** What {@code write_report} gives. */
public record WriteReportOutput(
    String title,
    ReportFormat format,
    @Headline(1) @Description("The whole report, as one document") String document) {
  public WriteReportOutput {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(document, "document");
  }
}
