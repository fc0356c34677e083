package dev.alidade.write;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;
import java.util.Objects;
import java.util.Optional;

/** What {@code preview_write} gives. */
public record PreviewWriteOutput(
    @Headline(1) WritePreview preview,
    @Headline(2)
        @Description(
            "Why run_write would ask for approval instead of writing; absent if it would not")
        Optional<String> approvalNeeded) {
  public PreviewWriteOutput {
    Objects.requireNonNull(preview, "preview");
    Objects.requireNonNull(approvalNeeded, "approvalNeeded");
  }
}
