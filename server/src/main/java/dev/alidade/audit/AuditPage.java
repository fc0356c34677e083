package dev.alidade.audit;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Some events, the newest first.
 *
 * @param cursor where the next page begins; empty after the oldest event. A page may be short, or
 *     empty, and have a cursor: so many records were looked through.
 */
public record AuditPage(List<AuditItem> items, Optional<String> cursor) {
  public AuditPage {
    items = List.copyOf(items);
    Objects.requireNonNull(cursor, "cursor");
  }
}
