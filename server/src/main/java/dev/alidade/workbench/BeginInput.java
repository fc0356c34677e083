package dev.alidade.workbench;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code begin_transaction} takes. */
public record BeginInput(
    @Description("Name of the source, as list_sources gives it") String source,
    @Description("Seconds without a statement after which it ends, at most 600; 60 unless given")
        Optional<Integer> idleSeconds) {}
