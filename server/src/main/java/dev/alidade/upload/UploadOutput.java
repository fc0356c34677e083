package dev.alidade.upload;

import dev.alidade.operation.Description;
import java.util.Objects;

/** What the upload of a file gives. */
public record UploadOutput(
    @Description("What add_source and change_source take in `uploads`") String upload,
    @Description("The file's name as it is kept") String file,
    @Description("The engine that reads it") String engine,
    @Description("Whether it is a source by itself; otherwise it is a table beside others")
        boolean database,
    @Description("Its size, expanded where it is compressed") long bytes,
    @Description("A name for the source that has no other source's name") String suggestedSource) {
  public UploadOutput {
    Objects.requireNonNull(upload, "upload");
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(engine, "engine");
    Objects.requireNonNull(suggestedSource, "suggestedSource");
  }
}
