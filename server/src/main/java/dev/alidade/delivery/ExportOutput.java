package dev.alidade.delivery;

import dev.alidade.job.JobOutput;
import dev.alidade.operation.Description;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** An export as its caller sees it. */
public record ExportOutput(
    @Description("It is a job: cancel_job stops it, export_status says how far it is")
        JobOutput job,
    @Description("What was written; known when it is done") Optional<Manifest> manifest,
    @Description(
            "Paths to GET from this server with your credential, whole or by range; empty for "
                + "files in a folder or storage")
        List<String> downloads) {
  public ExportOutput {
    Objects.requireNonNull(job, "job");
    Objects.requireNonNull(manifest, "manifest");
    downloads = List.copyOf(downloads);
  }
}
