package dev.alidade.delivery;

import dev.alidade.operation.Operation;
import dev.alidade.operation.OperationEffect;
import java.util.List;

/** The operations on exports. */
public final class DeliveryFeature {
  private static final String EXAMPLE = "job_Zk3Qv0c1mP2yXw8sTn4uR7aB";

  private final DeliveryService service;

  /** Operations over {@code service}. */
  public DeliveryFeature(DeliveryService service) {
    this.service = service;
  }

  /** Exporting tables and results, and watching exports. */
  public List<Operation<?, ?>> operations() {
    return List.of(exportTable(), exportQueryResult(), exportStatus());
  }

  private Operation<ExportTableInput, ExportOutput> exportTable() {
    return Operation.named("export_table", ExportTableInput.class, ExportOutput.class)
        .title("Export a table")
        .description(
            "Writes all rows of a table or view that you may see into a file: for download, or in "
                + "a folder or storage of the server. It runs as a job; the manifest has row counts and "
                + "checksums.")
        .effect(OperationEffect.WRITE)
        .primary("table")
        .examples(
            "export-table orders --source shop --file-format parquet",
            "export-table orders --source shop --file-format csv --compression gzip")
        .handledBy(
            (input, invocation) ->
                service.export(input, invocation.caller(), invocation.cancellation()));
  }

  private Operation<ExportQueryInput, ExportOutput> exportQueryResult() {
    return Operation.named("export_query_result", ExportQueryInput.class, ExportOutput.class)
        .title("Export a query's result")
        .description(
            "Writes all rows of a read-only SQL statement into a file, governed as `query` is: for "
                + "download, or in a folder or storage of the server. It runs as a job; the manifest has row "
                + "counts and checksums.")
        .effect(OperationEffect.WRITE)
        .primary("sql")
        .examples(
            "export-query-result \"SELECT * FROM orders WHERE status = 'open'\" --source shop --file-format excel")
        .handledBy(
            (input, invocation) ->
                service.export(input, invocation.caller(), invocation.cancellation()));
  }

  private Operation<ExportStatusInput, ExportOutput> exportStatus() {
    return Operation.named("export_status", ExportStatusInput.class, ExportOutput.class)
        .title("Show an export")
        .description(
            "Says how far an export is and, when it is done, what it wrote and where to download "
                + "it. cancel_job stops it.")
        .primary("export")
        .examples("export-status " + EXAMPLE + " --wait-seconds 30")
        .handledBy(
            (input, invocation) ->
                service.status(
                    invocation.caller(),
                    input.export(),
                    input.waitSeconds().orElse(0),
                    invocation.cancellation()));
  }
}
