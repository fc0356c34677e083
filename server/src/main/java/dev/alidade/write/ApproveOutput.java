package dev.alidade.write;

import dev.alidade.operation.Description;
import dev.alidade.operation.Headline;

/** What {@code approve} gives. */
public record ApproveOutput(
    @Headline(1)
        @Description("Whether it was done; false where the data has changed and the preview is new")
        boolean done,
    @Headline(2) @Description("What happened, in a sentence") String message,
    @Headline(3) ApprovalOutput approval) {}
