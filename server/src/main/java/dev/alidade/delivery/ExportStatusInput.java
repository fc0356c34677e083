package dev.alidade.delivery;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code export_status} takes. */
public record ExportStatusInput(
    @Description("As export_table or export_query_result gave it") String export,
    @Description("Seconds to wait for the end, at most 60; 0 unless given")
        Optional<Integer> waitSeconds) {}
