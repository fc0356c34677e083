package dev.alidade.trail;

import dev.alidade.operation.Description;
import java.util.Optional;

/** What {@code export_audit} takes. */
public record ExportAuditInput(
    @Description("The earliest time, such as 2026-01-31 or 2026-01-31T12:00:00Z")
        Optional<String> from,
    @Description("The time before which it was") Optional<String> until) {}
