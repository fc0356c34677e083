package dev.alidade.report;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What {@code write_report} takes: a conversation or some of its turns, or a table. */
public record WriteReportInput(
    @Description("A conversation whose answers to write down; \"last\" is the latest")
        Optional<String> conversation,
    @Description("Turns of it; all of them unless said") Optional<List<String>> turns,
    @Description("The source of the table") Optional<String> source,
    @Description("A table to write about") Optional<String> table,
    @Description("What stands above it") Optional<String> title,
    @Description("markdown or html; html unless said") Optional<ReportFormat> as) {
  public WriteReportInput {
    Objects.requireNonNull(conversation, "conversation");
    turns = turns.map(List::copyOf);
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(as, "as");
  }
}
