package dev.alidade.report;

import dev.alidade.ask.AskService;
import dev.alidade.insight.InsightService;
import dev.alidade.operation.Operation;
import dev.alidade.query.QueryService;
import java.time.Clock;
import java.util.List;

/** The operation that writes reports. */
public final class ReportFeature {
  private final ReportService service;

  /** Reports of answers of {@code asking} and of what {@code insights} finds. */
  public ReportFeature(
      QueryService queries, AskService asking, InsightService insights, Clock clock) {
    this.service = new ReportService(queries, asking, insights, clock);
  }

  /** {@code write_report}. */
  public List<Operation<?, ?>> operations() {
    return List.of(
        Operation.named("write_report", WriteReportInput.class, WriteReportOutput.class)
            .title("Write a report")
            .description(
                "Writes down a conversation, or what stands out in a table, as one document: the "
                    + "questions with their answers, charts, tables, insights with their tests, "
                    + "freshness, and the SQL in an appendix. Everything is read anew with what "
                    + "you may see now. HTML needs nothing else to be read; Markdown also.")
            .primary("conversation")
            .examples(
                "write-report last > report.html",
                "write-report --source shop --table orders --as markdown > orders.md")
            .handledBy(service::write));
  }
}
