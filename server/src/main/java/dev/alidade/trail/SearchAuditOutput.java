package dev.alidade.trail;

import dev.alidade.operation.Description;
import java.util.List;
import java.util.Optional;

/** A page of the audit, the newest event first. */
public record SearchAuditOutput(
    List<AuditEventOutput> events,
    @Description(
            "Pass it to read on; absent after the oldest event. A page can be short or empty and"
                + " have one: so many records were looked through")
        Optional<String> cursor) {
  public SearchAuditOutput {
    events = List.copyOf(events);
  }
}
